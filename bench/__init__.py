"""How fast timm's models run here: one fresh process a measurement, one JSON object a line.

``python -m bench run`` needs torch and timm alone and imports nothing else of this project.
"""

from __future__ import annotations

#: Of the JSON lines; grows when a reader of the old form would misread the new one.
SCHEMA_VERSION = 1
#: Of the way figures are taken; figures of two versions are never compared.
PROTOCOL_VERSION = 1
