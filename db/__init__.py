"""The middle: schema, engines, migrations and errors. Imports nothing of ours."""
