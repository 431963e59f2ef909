"""backbonedb: every vision backbone that timm knows, in one SQL database."""
