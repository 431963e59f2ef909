"""Measurements name their series; tokens, and what was submitted with them.

Revision: 0003, follows 0002.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = (
    "model",
    "img_size",
    "batch_size",
    "task",
    "precision",
    "layout",
    "compile",
    "device_key",
    "protocol",
    "metric",
)
#: The key of the series that a measurement of this project's own belongs to.
OF_MEASUREMENT = """
    SELECT m.id AS id, m.name_written AS model, m.img_size AS img_size, m.batch_size AS batch_size,
        r.task AS task, r.precision AS precision, r.layout AS layout,
        r.compile || coalesce(':' || r.compile_mode, '') AS compile, e.device_key AS device_key,
        r.protocol || ' ' || r.protocol_version AS protocol, 'samples_per_second' AS metric
    FROM measurements m
    JOIN benchmark_runs r ON r.id = m.run_id
    JOIN environments e ON e.id = r.environment_id
    WHERE r.protocol = 'backbonedb-median' AND m.batch_size IS NOT NULL
"""


def upgrade() -> None:
    op.create_table(
        "api_tokens",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "name",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="whom or what it was given to",
        ),
        sa.Column(
            "sha256",
            sa.String(),
            nullable=False,
            comment="of the token; the token itself is nowhere",
        ),
        sa.Column(
            "scopes", sa.String(), nullable=False, comment="what it allows, separated by a space"
        ),
        sa.Column(
            "created_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=False,
            comment="UTC",
        ),
        sa.Column(
            "expires_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=True,
            comment="UTC; empty: never",
        ),
        sa.Column(
            "last_used_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=True,
            comment="UTC, to the minute or so",
        ),
        sa.Column(
            "revoked_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=True,
            comment="UTC; empty: it was not",
        ),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_api_tokens_sha256_length")),
        sa.CheckConstraint(
            "scopes = 'submit' OR scopes = 'judge' OR scopes = 'submit judge'",
            name=op.f("ck_api_tokens_scopes_vocabulary"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_tokens")),
        sa.UniqueConstraint("name", name=op.f("uq_api_tokens_name")),
        sa.UniqueConstraint("sha256", name=op.f("uq_api_tokens_sha256")),
        comment="Who may write",
    )
    op.create_table(
        "submissions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_id", sa.Integer(), nullable=False, comment="with which token it came"),
        sa.Column(
            "key", sa.String(), nullable=False, comment="idempotency key that the sender chose"
        ),
        sa.Column(
            "sha256", sa.String(), nullable=False, comment="of the name and content that came"
        ),
        sa.Column("answer", sa.String(), nullable=False, comment="what the sender was told, JSON"),
        sa.Column(
            "received_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=False,
            comment="UTC",
        ),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_submissions_sha256_length")),
        sa.ForeignKeyConstraint(
            ["token_id"], ["api_tokens.id"], name=op.f("fk_submissions_token_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submissions")),
        sa.UniqueConstraint("token_id", "key", name=op.f("uq_submissions_token_id_key")),
        comment="A run that was taken over the API",
    )
    with op.batch_alter_table("measurements") as batch_op:
        batch_op.add_column(
            sa.Column(
                "series_id",
                sa.Integer(),
                nullable=True,
                comment="what it is compared with from night to night; empty: upstream's figures",
            )
        )
        batch_op.create_foreign_key(
            op.f("fk_measurements_series_id"), "series", ["series_id"], ["id"]
        )
    op.create_index(
        op.f("ix_measurements_series_id"),
        "measurements",
        ["series_id"],
        sqlite_where=sa.text("series_id IS NOT NULL"),
        postgresql_where=sa.text("series_id IS NOT NULL"),
    )
    _index_shown("dataset_id", "img_size", "top1", "id", "variant_id")
    columns = ", ".join(KEY)
    same = " AND ".join(f"series.{name} = found.{name}" for name in KEY)
    op.execute(
        f"INSERT INTO series ({columns}) SELECT DISTINCT {columns} FROM ({OF_MEASUREMENT}) found"
        f" WHERE NOT EXISTS (SELECT 1 FROM series WHERE {same}) ORDER BY {columns}"
    )
    op.execute(
        f"UPDATE measurements SET series_id = named.series_id FROM (SELECT found.id AS id,"
        f" series.id AS series_id FROM ({OF_MEASUREMENT}) found JOIN series ON {same}) named"
        " WHERE named.id = measurements.id"
    )


def _index_shown(*columns: str) -> None:
    op.drop_index(op.f("ix_evaluations_shown"), table_name="evaluations")
    op.create_index(
        op.f("ix_evaluations_shown"),
        "evaluations",
        list(columns),
        sqlite_where=sa.text("is_shown = 1"),
        postgresql_where=sa.text("is_shown"),
    )


def downgrade() -> None:
    _index_shown("dataset_id", "img_size", "top1", "id")
    op.drop_index(op.f("ix_measurements_series_id"), table_name="measurements")
    with op.batch_alter_table("measurements") as batch_op:
        batch_op.drop_constraint(op.f("fk_measurements_series_id"), type_="foreignkey")
        batch_op.drop_column("series_id")
    op.drop_table("submissions")
    op.drop_table("api_tokens")
