"""The only maker of schema: numbered Alembic migrations, run by ``backbonedb db upgrade``."""
