"""${message}.

Rules: number the revision after its predecessor and name the file after what it does; write
``downgrade``; SQLite rebuilds tables, so use ``op.batch_alter_table``; move rows with SQL, not with
the models (they will change, this file must not); raise ``HEAD`` in db/engine.py; add a dump of the
previous revision to tests/db/dumps (pg_dump and sqlite3 .dump) so that the upgrade is tested with rows.

Revision: ${up_revision}, follows ${down_revision}.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
