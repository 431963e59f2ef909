"""Declarations of the API's types, a module a subject as in ``db``."""
