"""A picture of a comparison: one line a pair, its ratio and interval, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from watch.compare import Compared

#: Pixels: of a line, of the margins above and below, of the labels, the field and the figures.
ROW, HEAD, FOOT = 18, 82, 40
LABELS, FIELD, FIGURES = 330, 480, 210
#: Faster, slower, and no difference worth reading about: told apart without seeing red and green.
FASTER, SLOWER, SAME = "#0072b2", "#d55e00", "#8a8a8a"
#: Distances between marks on the axis, shares; the smallest that gives few enough marks is taken.
MARKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
MOST_MARKS = 8


def forest_plot(pairs: Sequence[Compared], *, a: str, b: str) -> str:
    """The picture.

    Args:
        pairs: at least one, in the order of the lines.
        a: name of what B is compared with.
        b: its name.
    """
    # One very uncertain pair must not press the others together: its interval is cut.
    most = 2 * max(0.01, *(abs(pair.ratio - 1) for pair in pairs))
    ends = [end - 1 for pair in pairs for end in (pair.ratio, pair.low, pair.high) if end]
    low, high = max(-most, min([-0.02, *ends])), min(most, max([0.02, *ends]))
    step = next((mark for mark in MARKS if (high - low) / mark <= MOST_MARKS), high - low)
    width, height = LABELS + FIELD + FIGURES, HEAD + ROW * len(pairs) + FOOT

    def x(change: float) -> float:
        within = min(max(change, low), high)
        return round(LABELS + (within - low) / (high - low) * FIELD, 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="sans-serif" font-size="12">',
        "<style>.r{text-anchor:end}.m{text-anchor:middle}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        _text(12, 22, "Change of throughput from A to B, with its 95 % interval", "", size=15),
        _text(12, 42, f"A: {a}", ""),
        _text(12, 58, f"B: {b}", ""),
    ]
    bottom = HEAD + ROW * len(pairs)
    for at in range(round(low / step - 0.5), round(high / step + 0.5) + 1):
        mark = at * step
        if low <= mark <= high:
            colour = "#444" if at == 0 else "#ddd"
            parts.append(_line(x(mark), HEAD - 6, x(mark), bottom + 4, colour, 1))
            parts.append(_text(x(mark), bottom + 20, f"{mark:+.0%}" if at else "0", "m"))
    for row, pair in enumerate(pairs):
        y = HEAD + ROW * row + ROW // 2
        colour = SAME if not pair.is_significant else FASTER if pair.ratio > 1 else SLOWER
        parts.append(_text(LABELS - 12, y + 4, str(pair.measured), "r"))
        told = f"{pair.ratio - 1:+.1%}"
        if pair.low is not None and pair.high is not None:
            parts.append(_line(x(pair.low - 1), y, x(pair.high - 1), y, colour, 3))
            told += f"  ({pair.low - 1:+.1%} to {pair.high - 1:+.1%})"
        parts.append(f'<circle cx="{x(pair.ratio - 1)}" cy="{y}" r="4" fill="{colour}"/>')
        parts.append(_text(LABELS + FIELD + 12, y + 4, told, ""))
    return "\n".join([*parts, "</svg>", ""])


def _text(x: float, y: float, text: str, anchor: str, *, size: int = 12) -> str:
    return f'<text x="{x}" y="{y}" class="{anchor}" font-size="{size}">{escape(text)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, width: int) -> str:
    return (
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" stroke-width="{width}"/>'
    )
