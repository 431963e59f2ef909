"""From the bytes of a request to the bytes of its answer, on a worker thread."""

from __future__ import annotations

import gzip
import time
from dataclasses import dataclass

import orjson

from api.cache import Answer, Answers
from api.documents import Recent
from api.errors import refused
from api.execute import Executor, Prepared
from api.operations import Operations
from api.readers import Reader
from api.requests import Written, read

#: Shorter answers are not compressed.
_LEAST_PACKED_BYTES = 1_000
#: How many requests are known by their bytes, and how long they may be.
_KNOWN, _LONGEST_KNOWN_BYTES = 512, 8_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """What a request asks, as far as it can be told without the database.

    Attributes:
        prepared: the operation.
        key: what tells its answer from others: the document, the operation's name, the variables.
        key_bytes: length of the key.
    """

    prepared: Prepared
    key: tuple[str, str | None, bytes]
    key_bytes: int


@dataclass(slots=True)
class Outcome:
    """What became of a request, for its answer, the log and the metrics."""

    body: bytes = b""
    etag: str = ""
    status: int = 200
    packed: bytes | None = None
    operation: str | None = None
    code: str = ""
    cost: int = 0
    statements: int = 0
    database_s: float = 0.0
    is_hit: bool = False
    is_write: bool = False


class Answering:
    """Answers requests from the response cache or the database.

    Args:
        executor: answers operations.
        operations: persisted ones.
        answers: the response cache; None: there is none.
    """

    def __init__(self, executor: Executor, operations: Operations, answers: Answers | None) -> None:
        self.executor = executor
        self.operations = operations
        self.answers = answers
        self._questions: Recent[Question] = Recent(_KNOWN)

    def outcome(self, written: Written, begun: float, *, packs: bool) -> Outcome:
        """The answer of a request.

        Args:
            written: what was sent.
            begun: when, of ``time.monotonic``.
            packs: whether the answer may be compressed.

        Raises:
            RequestError: the request gets errors and no data.
            DatabaseError: the database cannot be read.
        """
        deadline = begun + self.executor.limits.deadline_s
        if time.monotonic() > deadline:
            raise refused("the request waited too long for its turn", "DEADLINE_EXCEEDED")
        question = self._questions.get(written) or self._read(written)
        outcome = Outcome(operation=question.prepared.name, cost=question.prepared.cost)
        with self.executor.readers.reader() as reader:
            answer, state = self._find(reader, question, deadline, outcome)
            outcome.statements = reader.statement_count
            outcome.database_s = reader.database_time_s
        is_fuller = not outcome.is_hit
        if packs and _is_to_be_packed(answer):
            answer.packed, is_fuller = gzip.compress(answer.body, 4), True
        has_etag = written.method == "GET" and not outcome.code
        _give(answer, outcome, packs=packs, has_etag=has_etag)
        if self.answers is not None and state is not None and is_fuller:
            self.answers.put(state, question.key, answer, question.key_bytes)
        return outcome

    def known(self, written: Written) -> Question | None:
        """What a request asks, if its answer is kept for some state of the data."""
        question = None if self.answers is None else self._questions.get(written)
        if question is None or self.answers is None or not self.answers.has(question.key):
            return None
        return question

    def kept(
        self, question: Question, state: object, written: Written, *, packs: bool
    ) -> Outcome | None:
        """The answer that is kept for a state of the data, if nothing is left to be done for it.

        Args:
            question: what is asked.
            state: of the data, as ``look`` gives it.
            written: what was sent.
            packs: whether the answer may be compressed.
        """
        answer = None if self.answers is None else self.answers.get(state, question.key)
        if answer is None or (written.method == "GET" and not answer.has_etag):
            return None
        if packs and _is_to_be_packed(answer):
            return None
        prepared = question.prepared
        outcome = Outcome(operation=prepared.name, cost=prepared.cost, is_hit=True)
        _give(answer, outcome, packs=packs, has_etag=written.method == "GET")
        return outcome

    def look(self) -> object:
        """The state of the data.

        Raises:
            DatabaseError: the database cannot be read.
        """
        with self.executor.readers.reader() as reader:
            return reader.data_state()

    def _read(self, written: Written) -> Question:
        """What a request asks; the same bytes need not be read again."""
        asked = read(written)
        text = self.operations.document(asked)
        prepared = self.executor.prepare(text, asked.variables, asked.operation_name)
        given = orjson.dumps(asked.variables, option=orjson.OPT_SORT_KEYS)
        question = Question(
            prepared=prepared,
            key=(text, asked.operation_name, given),
            key_bytes=len(text) + len(given),
        )
        if len(written.content) <= _LONGEST_KNOWN_BYTES:
            self._questions.put(written, question)
        return question

    def _find(
        self, reader: Reader, question: Question, deadline: float, outcome: Outcome
    ) -> tuple[Answer, object]:
        """The answer, and the state of the data that it may be kept for; None: it may not."""
        if self.answers is None:
            return self._answer(reader, question.prepared, deadline, outcome), None
        state = reader.data_state()
        found = self.answers.get(state, question.key)
        if found is not None:
            outcome.is_hit = True
            return found, state
        answer = self._answer(reader, question.prepared, deadline, outcome)
        is_whole = not outcome.code and reader.data_state() == state
        return answer, state if is_whole else None

    def _answer(
        self, reader: Reader, prepared: Prepared, deadline: float, outcome: Outcome
    ) -> Answer:
        with reader.request(deadline, is_single=prepared.is_single):
            response = self.executor.run_with(reader, prepared)
        if "errors" in response:
            outcome.code = response["errors"][0]["extensions"]["code"]
        body = orjson.dumps(response)
        most = self.executor.limits.result_bytes
        if len(body) > most:
            raise refused(f"the answer has over {most:,} bytes: ask for less", "RESULT_TOO_LARGE")
        return Answer(body)


def _is_to_be_packed(answer: Answer) -> bool:
    return answer.packed is None and len(answer.body) >= _LEAST_PACKED_BYTES


def _give(answer: Answer, outcome: Outcome, *, packs: bool, has_etag: bool) -> None:
    outcome.body = answer.body
    outcome.packed = answer.packed if packs else None
    outcome.etag = answer.etag() if has_etag else ""
