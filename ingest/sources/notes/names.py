"""Names of models, as timm writes them, in texts and addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from urllib.parse import unquote, urlsplit

from ingest.sources.notes.records import NUMBER, Span, plain_text

_HUB_HOSTS = frozenset({"huggingface.co", "www.huggingface.co", "hf.co"})
_ARXIV_HOSTS = frozenset({"arxiv.org", "www.arxiv.org", "export.arxiv.org"})
_NAME = r"(?:timm/)?(?P<name>[a-z][a-z0-9]*(?:_[a-z0-9]+)*(?:\.[a-z0-9_]+)?)"
_WHOLE_NAME = re.compile(_NAME)
_LEADING_NAME = re.compile(_NAME + r"(?![A-Za-z0-9_.-])(?P<rest>.*)", re.DOTALL)
_SEPARATOR = re.compile(r"\s*(?:[,;·、]|\s/\s|\s(?:and|및|와|과)\s)\s*", re.IGNORECASE)
_MONTH = r"\d\d(?:0[1-9]|1[0-2])"  # of the first submission: year and month
_ARXIV = re.compile(
    rf"/(?:abs|pdf|html)/(?P<id>{_MONTH}\.\d{{4,5}}|[a-z-]+(?:\.[A-Z]{{2}})?/{_MONTH}\d{{3}})",
    re.ASCII,
)


def hub_name(url: str | None) -> str | None:
    """The weight that an address of timm's on the Hugging Face hub names: `coat_lite_mini.in1k`."""
    host, path = _host_and_path(url or "")
    owner, _, path = path.strip("/").partition("/")
    name = path.partition("/")[0]
    is_timm = host in _HUB_HOSTS and owner == "timm"
    return name if is_timm and re.fullmatch(r"\w[\w.-]*", name, re.ASCII) else None


def arxiv_id(url: str) -> str | None:
    """The arXiv identifier, without version, that an address names."""
    host, path = _host_and_path(url)
    found = _ARXIV.match(path) if host in _ARXIV_HOSTS else None
    return found["id"] if found else None


def _host_and_path(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:  # people write anything between the parentheses of a link
        return "", ""
    return parts.hostname or "", unquote(parts.path)


def whole_name(text: str) -> str | None:
    """The model's name that a text is, without a leading `timm/`; None if it is anything else."""
    found = _WHOLE_NAME.fullmatch(text.strip().rstrip("."))
    return found["name"] if found else None


def is_unmistakable(name: str) -> bool:
    """Whether a name can hardly be a common word: it holds a digit or an underscore."""
    architecture = name.partition(".")[0]
    return len(architecture) >= 4 and re.search(r"[0-9_]", architecture) is not None


def listed_names(text: str, *, known: Container[str] = ()) -> tuple[str, ...]:
    """The names in a list such as `coat_lite, coat`; none if no part of it is surely a name.

    Beside one unmistakable or known name the plain words of a list are names too.
    """
    names = [name for part in _parts(text) if (name := whole_name(part))]
    is_list = any(name in known or is_unmistakable(name) for name in names)
    return tuple(dict.fromkeys(names)) if is_list else ()


def named_models(spans: tuple[Span, ...]) -> dict[str, str | None]:
    """The models that a text names beyond doubt, in order, with the address beside each or None.

    Those are the weights that links to the hub name; names set off by a link, bold or code; a name
    that opens the text, followed by a dash, a colon or, if it has an underscore, by any words; and
    the names of a text that is nothing but a list of names.
    """
    unlinked = tuple(span for span in spans if hub_name(span.url) is None)
    text = NUMBER.sub("", plain_text(unlinked), count=1)
    named: list[tuple[str, str | None]] = []
    leading = _LEADING_NAME.match(unicodedata.normalize("NFKC", text))
    if leading and is_unmistakable(leading["name"]):
        is_set_off = re.match(r"\s*(?:$|[-–—:(])", leading["rest"])
        if is_set_off or "_" in leading["name"]:
            named.append((leading["name"], None))
    for span in spans:
        if name := hub_name(span.url):
            named.append((name, span.url))
        elif span.url is not None or span.is_bold or span.is_code:
            named += [(name, span.url or None) for name in listed_names(span.text)]
    if all(whole_name(part) for part in _parts(text)):
        named += [(name, None) for name in listed_names(text)]
    models: dict[str, str | None] = {}
    for name, link in named:
        models[name] = models.get(name) or link
    return models


def _parts(text: str) -> list[str]:
    return _SEPARATOR.split(unicodedata.normalize("NFKC", text))
