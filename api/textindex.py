"""Ranked, typo-tolerant look-up of names and sentences, Korean among them.

Texts are short (names, titles, bullets) and few enough to be kept in memory. A text is cut into
words; a word of a question finds words of texts that equal it, begin with it, have it inside, share
their first two Hangul syllables with it (an inflected form: 융합하는, 융합한), or - where nothing
else is found - have most of its pairs of letters (a typo: convnxt, resent50).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_HANGUL = re.compile(r"[가-힣]{2}")
#: How much of a hit each kind of match is.
_EQUAL, _BEGINS, _INSIDE, _INFLECTED, _SIMILAR = 1.0, 0.85, 0.7, 0.7, 0.6
#: Least share of common letter pairs (Dice) that counts as a typo.
_LEAST_SIMILARITY = 0.55
#: Hits below this are noise.
_LEAST_SCORE = 0.3


@dataclass(frozen=True, slots=True)
class Text:
    """A text that can be found.

    Attributes:
        kind: what it names.
        text: as it is shown.
        weight: how much it matters beside texts that match as well.
        ids: what it leads to.
    """

    kind: str
    text: str
    weight: float
    ids: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that was found; ``score``: 0 to 1."""

    text: Text
    score: float


def folded(text: str) -> str:
    """The text without differences of case or Unicode composition."""
    return unicodedata.normalize("NFKC", text).casefold()


def words_of(text: str) -> list[str]:
    """The words of a folded text; ``_``, ``.`` and other marks end a word."""
    return _WORD.findall(folded(text))


def _pairs(word: str) -> set[str]:
    padded = f"^{word}$"
    return {padded[at : at + 2] for at in range(len(padded) - 1)}


class TextIndex:
    """An index of texts.

    Args:
        texts: what can be found.
    """

    def __init__(self, texts: Iterable[Text]) -> None:
        self._texts: list[Text] = []
        self._folded: list[str] = []
        self._with_word: dict[str, set[int]] = defaultdict(set)
        self._with_pair: dict[str, set[str]] = defaultdict(set)
        for number, text in enumerate(texts):
            self._texts.append(text)
            self._folded.append(" ".join(words_of(text.text)))
            for word in words_of(text.text):
                self._with_word[word].add(number)
        for word in self._with_word:
            for pair in _pairs(word):
                self._with_pair[pair].add(word)

    def search(self, question: str, most: int) -> list[Hit]:
        """The best hits, best first; equal ones by text.

        Args:
            question: words in any order.
            most: how many hits at most.
        """
        words = list(dict.fromkeys(words_of(question)))
        if not words:
            return []
        scores: dict[int, float] = defaultdict(float)
        total = 0.0
        for word in words:
            matches = self._matching(word)
            rarity = self._rarity(matches)
            total += rarity
            best: dict[int, float] = {}
            for match, share in matches.items():
                for number in self._with_word[match]:
                    best[number] = max(best.get(number, 0.0), share)
            for number, share in best.items():
                scores[number] += share * rarity
        asked = " ".join(words)
        hits = [
            Hit(self._texts[number], self._score(number, score / total, asked))
            for number, score in scores.items()
        ]
        found = [hit for hit in hits if hit.score >= _LEAST_SCORE]
        found.sort(key=lambda hit: (-hit.score, hit.text.text, hit.text.kind))
        return found[:most]

    def _score(self, number: int, share: float, asked: str) -> float:
        text = self._folded[number]
        # Of texts that have the words, those that have little else come first.
        brevity = len(asked) / max(len(asked), len(text))
        score = share * (0.75 + 0.2 * brevity) * self._texts[number].weight
        if text == asked:
            score = max(score, 0.99 * self._texts[number].weight)
        return round(score, 4)

    def _rarity(self, matches: Mapping[str, float]) -> float:
        count = sum(len(self._with_word[word]) for word in matches)
        return math.log(2 + len(self._texts) / (1 + count))

    def _matching(self, word: str) -> dict[str, float]:
        """Words of the texts that the word may mean, and how well they match it."""
        pairs = _pairs(word)
        common: Counter[str] = Counter()
        for pair in pairs:
            common.update(self._with_pair.get(pair, ()))
        found: dict[str, float] = {}
        similar: dict[str, float] = {}
        stem = _HANGUL.match(word)
        for candidate, count in common.items():
            if candidate == word:
                found[candidate] = _EQUAL
            elif candidate.startswith(word):
                found[candidate] = _BEGINS
            elif len(word) > 1 and word in candidate:
                found[candidate] = _INSIDE
            elif stem and candidate.startswith(stem.group()):
                found[candidate] = _INFLECTED
            else:
                dice = 2 * count / (len(pairs) + len(candidate) + 1)
                if dice >= _LEAST_SIMILARITY:
                    similar[candidate] = _SIMILAR * dice
        return found or similar


def rank(hits: Sequence[Hit]) -> list[list[object]]:
    """Hits as rows: place, kind, text, score, then the ids by ``ID_COLUMNS``."""
    return [
        [place, hit.text.kind, hit.text.text, hit.score, *(hit.text.ids.get(n) for n in ID_COLUMNS)]
        for place, hit in enumerate(hits, 1)
    ]


#: What a text may lead to.
ID_COLUMNS = ("family_id", "model_id", "variant_id", "paper_id", "note_id")
