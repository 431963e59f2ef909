"""Tokens that allow writing over the API, and what was submitted with them.

A token is 256 random bits that are shown once; the database has its SHA-256 alone, so that nobody
who reads the database can write. A fast hash is enough for what cannot be guessed.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Instant, SortedText, one_of
from db.errors import IdempotencyError, TokenError

#: What a token can allow: to submit runs of the benchmark job, to judge alerts.
SCOPES = ("submit", "judge")
#: The beginning of every token, so that people and scanners of secrets know one when they see it.
PREFIX = "bbdb_"
#: Last uses are told to this: a busy token must not write at every request.
USE_RECORDED_EVERY = timedelta(minutes=1)


class ApiToken(Base):
    """Who may write."""

    __tablename__ = "api_tokens"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(
        SortedText, unique=True, comment="whom or what it was given to"
    )
    sha256: Mapped[str] = mapped_column(
        unique=True, comment="of the token; the token itself is nowhere"
    )
    scopes: Mapped[str] = mapped_column(comment="what it allows, separated by a space")
    created_at: Mapped[datetime] = mapped_column(Instant, comment="UTC")
    expires_at: Mapped[datetime | None] = mapped_column(Instant, comment="UTC; empty: never")
    last_used_at: Mapped[datetime | None] = mapped_column(
        Instant, comment="UTC, to the minute or so"
    )
    revoked_at: Mapped[datetime | None] = mapped_column(Instant, comment="UTC; empty: it was not")

    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="sha256_length"),
        one_of("scopes", (*SCOPES, " ".join(SCOPES))),
        {"comment": "Who may write"},
    )

    def allows(self, scope: str) -> bool:
        """Whether the token has a scope."""
        return scope in self.scopes.split(" ")

    def state(self, now: datetime) -> str:
        """``valid``, ``expired`` or ``revoked``."""
        if self.revoked_at is not None:
            return "revoked"
        return "expired" if self.expires_at is not None and self.expires_at <= now else "valid"


class Submission(Base):
    """A run that was taken over the API: what its sender is told again if it comes again."""

    __tablename__ = "submissions"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_id: Mapped[int] = mapped_column(
        ForeignKey("api_tokens.id"), comment="with which token it came"
    )
    key: Mapped[str] = mapped_column(comment="idempotency key that the sender chose")
    sha256: Mapped[str] = mapped_column(comment="of the name and content that came")
    answer: Mapped[str] = mapped_column(comment="what the sender was told, JSON")
    received_at: Mapped[datetime] = mapped_column(Instant, comment="UTC")

    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="sha256_length"),
        UniqueConstraint("token_id", "key"),
        {"comment": "A run that was taken over the API"},
    )


def create_token(
    session: Session,
    name: str,
    scopes: Iterable[str],
    *,
    now: datetime,
    expires_at: datetime | None = None,
) -> str:
    """A new token: the only time that anybody sees it.

    Args:
        session: a writing session.
        name: whom or what it is for.
        scopes: some of ``SCOPES``.
        now: the time.
        expires_at: when it stops to be valid, None for never.

    Raises:
        TokenError: the name is empty or taken, or it would be expired already.
    """
    if not name.strip():
        raise TokenError("a token needs a name that says whom or what it is for")
    taken = _named(session, name)
    if taken is not None:
        raise TokenError(
            f"there is a token {name!r} already, {taken.state(now)}: choose another name"
        )
    if expires_at is not None and expires_at <= now:
        raise TokenError(f"{expires_at:%Y-%m-%d %H:%M} UTC is past: a token expires in the future")
    asked = set(scopes)
    token = PREFIX + secrets.token_urlsafe(32)
    session.add(
        ApiToken(
            name=name,
            sha256=_sha256(token),
            scopes=" ".join(scope for scope in SCOPES if scope in asked),
            created_at=now,
            expires_at=expires_at,
        )
    )
    session.flush()
    return token


def list_tokens(session: Session) -> list[ApiToken]:
    """All tokens, by name."""
    return list(session.scalars(select(ApiToken).order_by(ApiToken.name)))


def revoke_token(session: Session, name: str, *, now: datetime) -> ApiToken:
    """Take a token's validity away; once it is gone, nothing changes.

    Raises:
        TokenError: there is no token of that name.
    """
    token = _named(session, name)
    if token is None:
        raise TokenError(f"there is no token {name!r}: see `backbonedb token list`")
    token.revoked_at = token.revoked_at or now
    return token


def find_token(session: Session, token: str, now: datetime) -> ApiToken | None:
    """The valid token that this is, None if it is unknown, expired or revoked."""
    asked = _sha256(token)
    found = session.scalar(select(ApiToken).where(ApiToken.sha256 == asked))
    # The index looked for a hash, whose bytes an asker cannot choose; compared in constant time
    # nonetheless, so that nothing hangs on how an engine compares.
    if found is None or not hmac.compare_digest(found.sha256, asked):
        return None
    return found if found.state(now) == "valid" else None


def needs_record(token: ApiToken, now: datetime) -> bool:
    """Whether a use of the token now is to be written down."""
    return token.last_used_at is None or now - token.last_used_at >= USE_RECORDED_EVERY


def record_use(session: Session, token_id: int, now: datetime) -> None:
    """Write down that a token was used."""
    session.get_one(ApiToken, token_id).last_used_at = now


def answer_of(session: Session, token_id: int, key: str, sha256: str) -> str | None:
    """What the sender of a submission was told before, None if it is new.

    Args:
        session: any session.
        token_id: the sender's token.
        key: the submission's idempotency key.
        sha256: of what was submitted.

    Raises:
        IdempotencyError: the key came before, with something else.
    """
    found = session.scalar(select(Submission).filter_by(token_id=token_id, key=key))
    if found is None:
        return None
    if found.sha256 != sha256:
        raise IdempotencyError(
            f"the idempotency key came before with another run, {found.received_at:%Y-%m-%d %H:%M} "
            "UTC: choose a key of its own for every submission"
        )
    return found.answer


def keep_answer(
    session: Session, token_id: int, key: str, sha256: str, *, answer: str, now: datetime
) -> None:
    """Remember what the sender of a submission is told; see ``answer_of``."""
    session.add(
        Submission(token_id=token_id, key=key, sha256=sha256, answer=answer, received_at=now)
    )
    session.flush()


def _named(session: Session, name: str) -> ApiToken | None:
    return session.scalar(select(ApiToken).where(ApiToken.name == name))


def _sha256(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
