"""backbonedb."""
