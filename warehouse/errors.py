"""Errors of the published warehouse, a branch of the tree in db/errors.py.

BackboneError
└── WarehouseError           a version cannot be made or read
    ├── NoVersionError       nothing has been published yet
    ├── NewerVersionError    a newer program published this version
    ├── OtherDatabaseError   another database is published in the folder
    └── WarehouseFullError   no room left on the device
"""

from __future__ import annotations

from db.errors import BackboneError


class WarehouseError(BackboneError):
    """A version of the warehouse cannot be made or read; the current one stays as it was."""

    code = "warehouse_failed"


class NoVersionError(WarehouseError):
    """Nothing has been published in the folder yet."""

    code = "warehouse_empty"


class NewerVersionError(WarehouseError):
    """The version was published by a newer program, in a format that this one cannot read."""

    code = "warehouse_newer"


class OtherDatabaseError(WarehouseError):
    """The folder holds versions of another database; they stay as they are."""

    code = "warehouse_taken"


class WarehouseFullError(WarehouseError):
    """The device that holds the warehouse has no room left."""

    code = "warehouse_full"
