"""The kinds of sources, one module each.

A new kind: a module with its ``SOURCE``, a line in ``ingest/registry.py``, a small sample in
tests/ingest/samples.
"""
