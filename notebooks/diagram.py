"""A conversation that really happened, as a picture and as text."""

from dataclasses import dataclass, field
from html import escape

# The picture is a card with its own colours: it reads well in any theme.
INK, FAINT, PAPER = "#1f2430", "#8b8578", "#f6f3ec"
ROW, LETTER = 42, 7.9  # pixels: the height of a step, the width of a letter
STYLE = f"""
  text {{ font: 13px monospace; fill: {INK}; text-anchor: middle; }}
  text.step {{ paint-order: stroke; stroke: {PAPER}; stroke-width: 5px; }}
  text.name {{ font: bold 14px sans-serif; }}
  line {{ stroke: {INK}; stroke-width: 1.6; }}
  line.lane {{ stroke: {FAINT}; stroke-width: 1; }}
  line.words {{ stroke-dasharray: 5 4; }}
  polygon {{ fill: {INK}; }}"""


@dataclass
class Step:
    """Something that went from one lane to another."""

    source: str
    target: str
    what: bytes | str  # bytes on the wire, or words about the connection

    def __str__(self) -> str:
        is_words = isinstance(self.what, str)
        return f"({self.what})" if is_words else repr(self.what)


@dataclass
class Talk:
    """The steps of a conversation, in the order in which they were seen.

    As the last line of a cell it shows itself: a picture, and the same as
    text, folded away; text alone where there can be no picture.
    """

    steps: list[Step] = field(default_factory=list)

    def note(self, source: str, target: str, what: bytes | str) -> None:
        """Add a step."""
        self.steps.append(Step(source, target, what))

    def since(self, word: str) -> "Talk":
        """The part that begins with the first step that holds `word`."""
        first = [word in str(step) for step in self.steps].index(True)
        return Talk(self.steps[first:])

    def lanes(self) -> list[str]:
        """Who takes part, from left to right; a server stands second."""
        names = dict.fromkeys(n for s in self.steps for n in _ends(s))
        people = [name for name in names if name != "server"]
        return people[:1] + ["server"] * ("server" in names) + people[1:]

    def __str__(self) -> str:
        """The text twin: a numbered line for each step."""
        routes = [" -> ".join(_ends(step)) for step in self.steps]
        width = max(map(len, routes), default=0)
        both = enumerate(zip(routes, self.steps, strict=True), 1)
        return "\n".join(f"{n:2}  {r:{width}}  {s}" for n, (r, s) in both)

    def svg(self) -> str:
        """The picture: a lane for each name, an arrow for each step."""
        lanes = self.lanes()
        gap = max(_room(step, lanes) for step in self.steps)
        xs = {name: 50 + gap * n for n, name in enumerate(lanes)}
        width = 100 + gap * (len(lanes) - 1)
        height = 64 + ROW * len(self.steps)
        parts = [_lane(name, x, height) for name, x in xs.items()]
        for n, step in enumerate(self.steps):
            parts.append(_arrow(step, xs, 76 + ROW * n))
        title = f"A conversation between {', '.join(lanes)}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
            f'width="{width:.0f}" height="{height}" '
            f'viewBox="0 0 {width:.0f} {height}" '
            f'aria-label="{escape(title)}, step by step">'
            f"<title>{escape(title)}</title><desc>{escape(str(self))}</desc>"
            f"<style>{STYLE}</style>"
            f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>'
            f"{''.join(parts)}</svg>"
        )

    def _ipython_display_(self) -> None:
        show(self.svg(), str(self), "The same conversation as text")


def show(svg: str, text: str, summary: str) -> None:
    """Show a picture and, folded away, its text twin, in a notebook."""
    from IPython.display import display  # only a notebook needs it

    display({"image/svg+xml": svg, "text/plain": text}, raw=True)
    folded = (
        f"<details><summary>{summary}</summary>"
        f"<pre>{escape(text)}</pre></details>"
    )
    display({"text/html": folded, "text/plain": ""}, raw=True)


def _ends(step: Step) -> tuple[str, str]:
    """The two lanes of a step."""
    return step.source, step.target


def _room(step: Step, lanes: list[str]) -> float:
    """How far apart lanes must be, so that the step's label fits."""
    lanes_apart = abs(lanes.index(step.source) - lanes.index(step.target))
    return max(130, (len(str(step)) * LETTER + 44) / lanes_apart)


def _lane(name: str, x: float, height: int) -> str:
    """A name, and a line down from it."""
    return (
        f'<text class="name" x="{x:.0f}" y="27">{escape(name)}</text>'
        f'<line class="lane" x1="{x:.0f}" y1="38" x2="{x:.0f}" '
        f'y2="{height - 12}"/>'
    )


def _arrow(step: Step, xs: dict[str, float], y: int) -> str:
    """An arrow with its label; dashed if it carried no bytes."""
    start, end = xs[step.source], xs[step.target]
    back = 9 if end < start else -9
    kind = "words" if isinstance(step.what, str) else "bytes"
    return (
        f'<line class="{kind}" x1="{start:.0f}" y1="{y}" '
        f'x2="{end + back:.0f}" y2="{y}"/>'
        f'<polygon points="{end:.0f},{y} {end + back:.0f},{y - 4} '
        f'{end + back:.0f},{y + 4}"/>'
        f'<text class="step" x="{(start + end) / 2:.0f}" y="{y - 8}">'
        f"{escape(str(step))}</text>"
    )
