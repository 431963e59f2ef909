"""Attacks by documents and variables: too deep, too wide, too dear, or simply wrong."""

from __future__ import annotations

import base64
from typing import Any
from zlib import crc32

from benchmarks.api.attack import Attack, asking

_PARSE, _INVALID = "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"
_LIMIT, _INPUT, _CURSOR = "LIMIT_EXCEEDED", "BAD_USER_INPUT", "BAD_CURSOR"


def _nested(depth: int) -> str:
    return (
        "{ models { nodes " + "{ family { models { nodes " * depth + "{ name }" + " } } }" * depth
    )


def _chain(length: int) -> str:
    links = " ".join(
        f"fragment F{at} on Model {{ ...F{at + 1} ...F{at + 1} }}" for at in range(length)
    )
    return "{ models { nodes { ...F0 } } } " + links + f" fragment F{length} on Model {{ a: name }}"


def _aliases(count: int, of: str) -> str:
    return " ".join(f"a{at}: {of}" for at in range(count))


def _filter(depth: int) -> str:
    return "{ models(where: " + "{NOT: " * depth + "{}" + "}" * depth + ") { totalCount } }"


def _cursor(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode()


def _after(cursor: str) -> str:
    return f'{{ models(after: "{cursor}") {{ nodes {{ name }} }} }}'


#: What begins the cursors of that list.
_WEIGHTS_BY_NAME = crc32(b"Variant\nname False\n.id False")
_INTROSPECTION = "{ __schema { types { fields { " + "type { fields { " * 5 + "name" + " }" * 14
_ALL_FRAGMENTS = " ".join(f"...F{at}" for at in range(90))

#: Name to document and code.
_DOCUMENTS: dict[str, tuple[str, str]] = {
    "empty": ("", _PARSE),
    "only a comment": ("# nothing", _PARSE),
    "no fields": ("{ }", _PARSE),
    "not closed": ("{ models { nodes { name }", _PARSE),
    "string not closed": ('{ model(name: "x) { name } }', _PARSE),
    "block string not closed": ('{ model(name: """x) { name } }', _PARSE),
    "control character": ("{ models \x07 { totalCount } }", _PARSE),
    "half a surrogate pair escaped": ('{ model(name: "\\ud800") { name } }', _PARSE),
    "NUL escaped": ('{ model(name: "\\u0000") { name } }', _INPUT),
    "braces, 60,000": ("{" * 60_000, _PARSE),
    "brackets, 3,000": (
        "{ models(where: " + "[" * 1_500 + "]" * 1_500 + ") { totalCount } }",
        _LIMIT,
    ),
    "comments of 60,000 bytes": ("#" * 60_000 + "\n{ modles }", _INVALID),
    "a name of 60,000 letters": ("{ " + "a" * 60_000 + " }", _INVALID),
    "tokens, 5,000": ("{ " + "models " * 5_000 + "}", _LIMIT),
    "commas, 60,000": ("{ modles " + "," * 60_000 + "}", _INVALID),
    "unknown field": ("{ modles { nodes { name } } }", _INVALID),
    "unknown argument": ("{ models(limit: 1) { totalCount } }", _INVALID),
    "unknown type": ("{ models { nodes { ... on Password { hash } } } }", _INVALID),
    "unknown directive": ("{ models @export { totalCount } }", _INVALID),
    "tokens of writers": ("{ apiTokens { sha256 } }", _INVALID),
    "subscription": ("subscription { __typename }", _INVALID),
    "mutation that there is not": ("mutation { dropDatabase }", _INVALID),
    "definition of a type": ("type Query { x: Int }", _INVALID),
    "object without fields": ("{ models }", _INVALID),
    "leaf with fields": ("{ models { totalCount { x } } }", _INVALID),
    "a number for text": ("{ model(name: 1) { name } }", _INVALID),
    "SQL for a number": ('{ models(first: "1; DROP TABLE models") { totalCount } }', _INVALID),
    "SQL for an order": ("{ models(orderBy: [{name: DROP}]) { totalCount } }", _INVALID),
    "1e400": ("{ evaluations(where: {top1: {gt: 1e400}}) { totalCount } }", _INPUT),
    "a number of 50,000 digits": (
        "{ models(first: " + "9" * 50_000 + ") { totalCount } }",
        _INVALID,
    ),
    "2,000,000,000 rows": ("{ models(first: 2000000000) { totalCount } }", _LIMIT),
    "a row more than allowed": ("{ models(first: 101) { totalCount } }", _LIMIT),
    "rows below zero": ("{ models(first: -1) { totalCount } }", _INPUT),
    "101 rows in rows": ("{ models { nodes { variants(first: 101) { totalCount } } } }", _LIMIT),
    "depth 16": (_nested(5) + " } }", _LIMIT),
    "depth 500": (_nested(170) + " } }", _LIMIT),
    "inline fragments, 500 deep": (
        "{ " + "... { " * 500 + "__typename" + " }" * 501,
        _LIMIT,
    ),
    "101 aliases": ("{ " + _aliases(101, "__typename") + " }", _LIMIT),
    "101 aliases of a search": (
        "{ " + _aliases(101, 'search(text: "융합") { totalCount }') + " }",
        _LIMIT,
    ),
    "101 aliases in a fragment": (
        "{ models { nodes { ...F } } } fragment F on Model { " + _aliases(101, "name") + " }",
        _LIMIT,
    ),
    "51 aliases in a fragment, twice": (
        "{ models { nodes { ...F } } variants { nodes { model { ...F } } } } "
        "fragment F on Model { " + _aliases(51, "name") + " }",
        _LIMIT,
    ),
    "101 aliases in inline fragments": (
        "{ " + " ".join(f"... {{ a{at}: __typename }}" for at in range(101)) + " }",
        _LIMIT,
    ),
    "30 chained fragments": (_chain(30), _LIMIT),
    "90 chained fragments": (_chain(90), _LIMIT),
    "90 fragments, each with all": (
        "{ models { nodes { ...F0 } } } "
        + " ".join(f"fragment F{at} on Model {{ {_ALL_FRAGMENTS} }}" for at in range(30)),
        _LIMIT,
    ),
    "fragments in a circle": (
        "{ models { nodes { ...A } } } fragment A on Model { ...B } fragment B on Model { ...A }",
        _INVALID,
    ),
    "a fragment in itself": (
        "{ models { nodes { ...A } } } "
        "fragment A on Model { family { models { nodes { ...A } } } }",
        _INVALID,
    ),
    "500 fragments without use": (
        "{ __typename } " + " ".join(f"fragment F{at} on Model {{ name }}" for at in range(500)),
        _LIMIT,
    ),
    "99 fragments without use": (
        "{ __typename } " + " ".join(f"fragment F{at} on Model {{ name }}" for at in range(99)),
        _INVALID,
    ),
    "500 operations": (
        " ".join(f"query Q{at} {{ __typename }}" for at in range(500)),
        _LIMIT,
    ),
    "99 operations of one name": ("query Q { __typename } " * 99, _INVALID),
    "1,000 variables": (
        "query (" + " ".join(f"$v{at}: Int" for at in range(1_000)) + ") { __typename }",
        _LIMIT,
    ),
    "300 variables without use": (
        "query (" + " ".join(f"$v{at}: Int" for at in range(300)) + ") { __typename }",
        _INVALID,
    ),
    "1,001 fields": ("{ models { nodes { " + "name " * 1_001 + "} } }", _LIMIT),
    "900 fields that conflict": (
        "{ "
        + " ".join(f"a{at % 90}: models {{ totalCount }}" for at in range(90))
        + " "
        + "models { totalCount } variants: models { totalCount } " * 150
        + " variants { totalCount } }",
        _LIMIT,
    ),
    "directives, 1,000": ("{ __typename " + "@skip(if: false) " * 1_000 + "}", _LIMIT),
    "directives that there are not, 1,000": ("{ __typename " + "@a " * 1_000 + "}", _LIMIT),
    "directives on a variable, 500": (
        "query ($a: Int " + "@a " * 500 + ") { models(first: $a) { totalCount } }",
        _INVALID,
    ),
    "circular introspection": (_INTROSPECTION, _INVALID),
    "introspection, 10 levels of types": (
        '{ __type(name: "Model") { fields { type { '
        + "ofType { fields { type { " * 3
        + "name"
        + " }" * 13,
        _INVALID,
    ),
    "cost of four lists": (
        "{ models(first: 100) { nodes { variants(first: 100) { nodes { evaluations(first: 100) "
        "{ nodes { alternatives { top1 } dataset { name } } } } } } } }",
        _LIMIT,
    ),
    "cost of default sizes": (
        "{ models { nodes { variants { nodes { model { variants { nodes { model { variants { "
        "nodes { model { variants { nodes { name } } } } } } } } } } } } } }",
        _LIMIT,
    ),
    "cost of 90 aggregates": (
        "{ "
        + _aliases(90, "evaluationAggregates(groupBy: [MODEL]) { nodes { top1Median } }")
        + " }",
        _LIMIT,
    ),
    "cost of 90 tradeoffs": (
        "{ " + _aliases(90, 'tradeoffs(environment: "rtx4090-pt291-cu128") { totalCount }') + " }",
        _LIMIT,
    ),
    "a filter 500 deep": (_filter(500), _LIMIT),
    "a filter of 2,000 alternatives": (
        "{ models(where: {OR: [" + "{year: {exact: 1}} " * 450 + "]}) { totalCount } }",
        _LIMIT,
    ),
    "text of 201 letters to search": (
        '{ search(text: "' + "a" * 201 + '") { totalCount } }',
        _LIMIT,
    ),
    "11 weights to compare": (
        "{ compare(variants: [" + '"a" ' * 11 + "]) { totalCount } }",
        _INPUT,
    ),
    "cursor of plain text": (_after("next"), _CURSOR),
    "cursor of no key": (_after(_cursor("[1]")), _CURSOR),
    "cursor with SQL": (_after(_cursor('[1, "\' OR 1=1 --", 1]')), _CURSOR),
    "cursor of an object": (_after(_cursor('{"id": 1}')), _CURSOR),
    "cursor of 40,000 bytes": (_after("A" * 40_000), _CURSOR),
    "cursor of another version": (_after(_cursor('[99999, "a", 1]')), _CURSOR),
    # The first page of weights by name ends so.
    "cursor of another type": (
        _after(_cursor(f'[{_WEIGHTS_BY_NAME}, "a", 1]')),
        _CURSOR,
    ),
    "id of another type": ('{ model(id: "VmFyaWFudDox") { name } }', _INVALID),
}

_MODELS = "query ($w: ModelFilter) { models(where: $w) { totalCount } }"
_SIZED = "query ($n: Int) { models(first: $n) { totalCount } }"
_NAMED = "query ($t: String!) { model(name: $t) { name } }"


def _not(depth: int) -> dict[str, Any]:
    where: dict[str, Any] = {}
    for _ in range(depth):
        where = {"NOT": where}
    return where


#: Name to document, variables and code.
_VARIABLES: dict[str, tuple[str, dict[str, Any], str]] = {
    "a filter 400 deep": (_MODELS, {"w": _not(400)}, _LIMIT),
    "500 alternatives": (_MODELS, {"w": {"OR": [{"year": {"exact": 1}}] * 500}}, _LIMIT),
    "an unknown key": (_MODELS, {"w": {"password": {"exact": "x"}}}, _INPUT),
    "a prototype": (_MODELS, {"w": {"__proto__": {"exact": "x"}}}, _INPUT),
    "2,000,000,000 rows": (_SIZED, {"n": 2_000_000_000}, _LIMIT),
    "2^40 rows": (_SIZED, {"n": 2**40}, _INPUT),
    "a row and a half": (_SIZED, {"n": 1.5}, _INPUT),
    "rows as text": (_SIZED, {"n": "1"}, _INPUT),
    "true rows": (_SIZED, {"n": True}, _INPUT),
    "text missing": (_NAMED, {}, _INPUT),
    "text null": (_NAMED, {"t": None}, _INPUT),
    "text is a list": (_NAMED, {"t": ["a"]}, _INPUT),
    "cost by variables": (
        "query ($n: Int) { models(first: $n) { nodes { variants(first: $n) { nodes { evaluations("
        "first: $n) { nodes { alternatives { top1 } } } } } } } }",
        {"n": 100},
        _LIMIT,
    ),
    "cursor in a variable": (
        "query ($c: String) { models(after: $c) { nodes { name } } }",
        {"c": "\u0000"},
        _CURSOR,
    ),
}


def document_attacks() -> list[Attack]:
    """Attacks in well-formed requests."""
    found = [
        Attack(name=f"document: {name}", data=asking(document), statuses=(400,), code=code)
        for name, (document, code) in _DOCUMENTS.items()
    ]
    found += [
        Attack(
            name=f"variables: {name}",
            data=asking(document, variables=variables),
            statuses=(400,),
            code=code,
        )
        for name, (document, variables, code) in _VARIABLES.items()
    ]
    return found
