"""A chart of what was measured: lines in a picture, and the same as text."""

import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from diagram import FAINT, INK, PAPER, show

# In pixels: the room for the plot, and where it begins.
WIDTH, HEIGHT, LEFT, TOP = 400, 240, 108, 52
FULL = LEFT + WIDTH + 160, TOP + HEIGHT + 42  # the whole picture
# Each line has marks of its own; colours would not do for everybody.
MARKS = (
    '<circle r="5"/>',
    '<path d="M-5 -5h10v10h-10z"/>',
    '<path d="M0 -7l6 11h-12z"/>',
    '<path d="M0 7l6 -11h-12z"/>',
    '<path d="M0 -7l6 7l-6 7l-6 -7z"/>',
    '<circle class="open" r="5"/>',
    '<path class="open" d="M-5 -5h10v10h-10z"/>',
    '<path class="open" d="M0 -7l6 11h-12z"/>',
    '<path class="open" d="M0 7l6 -11h-12z"/>',
    '<path class="open" d="M0 -7l6 7l-6 7l-6 -7z"/>',
)
STYLE = f"""
  text {{ font: 13px sans-serif; fill: {INK}; }}
  text.name {{ font-weight: bold; }}
  text.x {{ text-anchor: middle; }}
  text.y {{ text-anchor: end; }}
  line {{ stroke: {FAINT}; stroke-dasharray: 2 5; }}
  polyline {{ fill: none; stroke: {INK}; stroke-width: 1.4; }}
  circle, path {{ fill: {INK}; }}
  .open {{ fill: {PAPER}; stroke: {INK}; stroke-width: 2; }}"""


@dataclass
class Chart:
    """What was measured for each name, against the number of clients.

    On both axes a step is a factor. As the last line of a cell it shows
    itself: a picture, and the same as text, folded away.
    """

    title: str
    lines: dict[str, dict[int, float]] = field(default_factory=dict)

    def add(self, name: str, clients: int, value: float) -> None:
        """Add a point to the line of that name; a value is above 0."""
        self.lines.setdefault(name, {})[clients] = value

    def clients(self) -> list[int]:
        """The numbers of clients, from left to right."""
        return sorted({n for line in self.lines.values() for n in line})

    def __str__(self) -> str:
        """The text twin: a row for each name, a column for each number."""
        rows = [["clients", *map(str, self.clients())]]
        for name, line in self.lines.items():
            values = [line.get(n) for n in self.clients()]
            rows.append([name, *(_words(v) if v else "" for v in values)])
        wide = max(map(len, self.lines)) + 2
        table = [
            row[0].ljust(wide) + "".join(f"{cell:>12}" for cell in row[1:])
            for row in rows
        ]
        return "\n".join([self.title, *table])

    def svg(self) -> str:
        """The picture: a line for each name, which stands at its end."""
        values = [v for line in self.lines.values() for v in line.values()]
        low = math.floor(math.log10(min(values)))
        high = max(math.ceil(math.log10(max(values))), low + 1)
        ns = self.clients()

        def x(n: int) -> float:
            return LEFT + WIDTH * math.log(n / ns[0]) / math.log(
                ns[-1] / ns[0]
            )

        def y(value: float) -> float:
            return TOP + HEIGHT * (high - math.log10(value)) / (high - low)

        parts = [_text(LEFT - 92, 26, self.title, "name")]
        for power in range(low, high + 1):
            parts.append(_rule(y(10.0**power), _words(10.0**power)))
        for n in ns:
            parts.append(_text(x(n), TOP + HEIGHT + 24, str(n), "x"))
        parts.append(_text(LEFT + WIDTH + 18, TOP + HEIGHT + 24, "clients"))
        ends = _apart({k: y(line[ns[-1]]) for k, line in self.lines.items()})
        marks = itertools.cycle(MARKS)  # from the first again, if need be
        for mark, (name, line) in zip(marks, self.lines.items(), strict=False):
            points = [(x(n), y(value)) for n, value in sorted(line.items())]
            parts.append(_line(points, mark))
            parts.append(_mark((LEFT + WIDTH + 24, ends[name]), mark))
            parts.append(
                _text(LEFT + WIDTH + 36, ends[name] + 5, name, "name")
            )
        return _frame(self.title, str(self), self.lines, "".join(parts))

    def _ipython_display_(self) -> None:
        show(self.svg(), str(self), "The same chart as text")


def side_by_side(one: Chart, other: Chart) -> tuple[str, str]:
    """Two charts as one picture, and their text twins as one text."""
    text = f"{one}\n\n{other}\n"
    inner = f'{one.svg()}<g transform="translate({FULL[0]})">{other.svg()}</g>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'viewBox="0 0 {2 * FULL[0]} {FULL[1]}">'
        f"<title>{escape(one.title)}; {escape(other.title)}</title>"
        f"<desc>{escape(text)}</desc>{inner}</svg>\n",
        text,
    )


def _frame(title: str, text: str, names: Iterable[str], inside: str) -> str:
    """The whole picture around what is `inside`."""
    width, height = FULL
    label = escape(f"{title}: {', '.join(names)}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" aria-label="{label}">'
        f"<title>{label}</title><desc>{escape(text)}</desc>"
        f"<style>{STYLE}</style>"
        f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>'
        f"{inside}</svg>"
    )


def _words(value: float) -> str:
    """A number as people write it: 0.03, 4.1, 250,000."""
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def _text(x: float, y: float, words: str, kind: str = "") -> str:
    return (
        f'<text class="{kind}" x="{x:.0f}" y="{y:.0f}">{escape(words)}</text>'
    )


def _rule(y: float, words: str) -> str:
    """A line across the plot, and its value beside it."""
    start, end = LEFT - 12, LEFT + WIDTH + 12
    line = f'<line x1="{start}" y1="{y:.0f}" x2="{end}" y2="{y:.0f}"/>'
    return line + _text(start - 8, y + 5, words, "y")


def _line(points: list[tuple[float, float]], mark: str) -> str:
    """A line through the points, with a mark on each."""
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
    marks = "".join(_mark(point, mark) for point in points)
    return f'<polyline points="{line}"/>{marks}'


def _mark(point: tuple[float, float], mark: str) -> str:
    x, y = point
    return f'<g transform="translate({x:.0f},{y:.0f})">{mark}</g>'


def _apart(heights: dict[str, float]) -> dict[str, float]:
    """Move names down that would be written over one another."""
    free, places = 0.0, {}
    for name in sorted(heights, key=heights.get):
        places[name] = max(heights[name], free)
        free = places[name] + 16
    return places
