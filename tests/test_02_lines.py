"""Tasks 1 to 3: a stream of bytes becomes lines (notebook 02)."""

import pytest

from harness.grading import graded
from harness.words import in_two

LIMIT = 4096
# A mark of the byte order, an accent for itself, a zero: text like any other.
ODD = "\ufeffe\u0301\x00"


# Task 1: encode_line


@graded(1, "P2", points=2)
def test_encode_text(framing, words):
    """A text becomes its UTF-8 with one newline behind it."""
    framing.encodes(words.word())
    framing.encodes("naïve Ünïcode, " + words.text(30))
    framing.encodes("")
    framing.encodes("  spaces stay \t ")
    framing.encodes(f"{words.word()}\u2028{words.word()}\r")
    framing.encodes(f"{ODD}{words.word()}")
    framing.encodes(f"C:\\new\\{words.word()}")


@graded(1, "P2", points=1)
def test_encode_newline(framing, words):
    """A text that holds a newline is refused: it would be two lines."""
    framing.refuses(f"{words.word()}\n{words.word()}")
    framing.refuses(words.word() + "\n")
    framing.encodes(words.word())


@graded(1, "P3", points=2)
def test_encode_limit(framing, words):
    """4096 bytes are allowed, one more is not: bytes, not characters."""
    framing.encodes(words.text(LIMIT))
    framing.refuses(words.text(LIMIT + 1))
    framing.refuses("é" * (LIMIT // 2) + "x")
    framing.encodes("é" * 5, 10)
    framing.refuses("é" * 6, 10)
    framing.refuses("x", 0)


# Task 2: LineBuffer.feed


@graded(2, "P2", points=1)
def test_feed_whole_line(framing, words):
    """A line that comes in one piece is given back without its newline."""
    first, second = words.word(), words.word()
    framing.feeds((f"{first}\n".encode(), [first]))
    framing.feeds(
        (first.encode(), []),
        (b"", []),
        (f"{second}\n".encode(), [first + second]),
    )


@graded(2, "P2", points=2)
def test_feed_glued(framing, words):
    """Several lines in one chunk are several lines, and a rest is kept."""
    one, two, three = words.word(), words.word(), words.word()
    framing.feeds(
        (f"{one}\n{two}\n{three[:2]}".encode(), [one, two]),
        (f"{three[2:]}\n".encode(), [three]),
        (f"{one}\n{two}{one}".encode(), [one]),
        (f"\n{three[:2]}\n".encode(), [two + one, three[:2]]),
    )
    many = [words.word() for _ in range(1200)]
    glued = "".join(f"{text}\n" for text in many)
    framing.feeds((f"{glued}{one}".encode(), many), (b"\n", [one]))


@graded(2, "P2", points=2)
def test_feed_byte_by_byte(framing, words):
    """A line that comes one byte at a time is one line, at its end."""
    text = words.text(words.size(12, 25))
    steps = [(bytes([byte]), []) for byte in text.encode()]
    framing.feeds(*steps, (b"\n", [text]))


@graded(2, "P2", "P4", points=2)
def test_feed_cut_character(framing, words):
    """A character may be cut in two between two chunks."""
    early, text = words.word(), f"{words.word()}é🧵"
    data = text.encode()
    framing.feeds(
        (f"{early}\n".encode() + data[:-6], [early]),
        (data[-6:-5], []),
        (data[-5:-2], []),
        (data[-2:] + b"\n", [text]),
        (f"{early}\n".encode() + data[:-5], [early]),
        (data[-5:] + b"\n", [text]),
    )


@graded(2, "P2", points=1)
def test_feed_two_connections(framing, words):
    """Two connections do not mix: each buffer keeps its own rest."""
    ann, bob = words.word(), words.word()
    framing.feeds_apart(
        ("ann.", ann[:2].encode(), []),
        ("bob.", bob[:3].encode(), []),
        ("ann.", f"{ann[2:]}\n".encode(), [ann]),
        ("bob.", f"{bob[3:]}\n".encode(), [bob]),
    )


@graded(2, "P2", points=1)
def test_feed_carriage_return(framing, words):
    r"""One \r just before the newline is dropped, and nothing else is."""
    one, two = words.word(), words.word()
    framing.feeds(
        (f"{one}\r\n".encode(), [one]),
        (f"{two}\r".encode(), []),
        (b"\n", [two]),
        (f" {one}\r{two} \t\r\r\n".encode(), [f" {one}\r{two} \t\r"]),
        (f"{one}\r".encode(), []),
        (f"{two}\n".encode(), [f"{one}\r{two}"]),
    )


@graded(2, "P2", points=1)
def test_feed_empty_line(framing, words):
    """An empty line is a message."""
    text = words.word()
    framing.feeds(
        (b"\n", [""]),
        (f"\n\n{text}\n".encode(), ["", "", text]),
        (f"{text}\n\n".encode(), [text, ""]),
    )


@graded(2, "P2", points=1)
def test_feed_other_separators(framing, words):
    """Only a newline ends a line: not U+2028, not a form feed."""
    one, two = words.word(), words.word()
    text = f"{one}\u2028{two}\x0c{one}\x0b{two}\x85{one}\x1c"
    framing.feeds((f"{text}\n".encode(), [text]))
    text = f"{ODD}{one}\x00"
    framing.feeds((f"{text}\n".encode(), [text]))


@graded(2, "P4", points=1)
def test_feed_invalid_utf8(framing, words):
    """Bytes that are not UTF-8 become U+FFFD, and the next line is right."""
    one, two = words.word(), words.word()
    data = one.encode() + b"\xff" + two.encode()
    framing.feeds((data + b"\n", [f"{one}\ufffd{two}"]))
    framing.feeds((b"\xc3\n" + f"{two}\n".encode(), ["\ufffd", two]))
    framing.feeds((b"\xff" * 1400 + b"\n", ["\ufffd" * 1400]))


@graded(2, "P3", points=2)
def test_feed_limit(framing, words):
    """4096 bytes make a line; 4097 raise LineTooLong, earlier lines kept."""
    text, early = words.text(LIMIT), words.word()
    long = words.text(LIMIT + 1).encode()
    framing.feeds((text.encode(), []), (b"\n", [text]))
    framing.overflows(f"{early}\n".encode() + long + b"\n", lines=[early])
    framing.overflows(b"abcdef", limit=5, lines=[])
    framing.overflows(text.encode() + b"\r\n", lines=[])
    framing.overflows(text.encode() + b"\r", lines=[])
    framing.overflows(f"{early}\n".encode() + long, lines=[early])
    later = f"\n{words.word()}\n".encode()
    framing.overflows(f"{early}\n".encode() + long + later, lines=[early])


@graded(2, "P3", points=1)
def test_feed_endless(framing):
    """A line without an end is refused before it fills the memory."""
    framing.gives_up_early(LIMIT + 1, 200)


# Task 3: read_lines


@graded(3, "P2", points=1)
def test_read_as_they_come(framing, peer, words):
    """Each line is yielded as it arrives, not when the stream ends."""
    sender = framing.reads_from(peer)
    for text in (
        words.word(),
        "",
        f"  {words.word()}\t ",
        "1:Bye!",
        "Bye!",
        words.word(),
    ):
        framing.yields(sender.says(text))


@graded(3, "P10", points=1)
@pytest.mark.usefixtures("impatient")
def test_read_silence(framing, peer, words):
    """Who says nothing for a while has not left: the next line counts."""
    sender = framing.reads_from(peer)
    framing.yields(sender.says(words.word()))
    sender.is_silent()
    framing.yields(sender.says(words.word()))


@graded(3, "P2", points=1)
def test_read_glued_and_split(framing, peer, words):
    """Lines come out whole, however the stream was cut."""
    texts = [words.word() for _ in range(5)]
    split = words.word()
    first, second = in_two(split)
    sender = framing.reads_from(peer)
    framing.yields_piecewise(sender, words.word())
    sender.sends("".join(f"{t}\n" for t in texts).encode() + first)
    framing.yields_all(texts)
    sender.sends(second + b"\n")
    framing.yields(split)
    texts = [words.text(63)] * 896  # 7 times 8192 bytes, and then no more
    sender.says_all(texts)
    framing.yields_all(texts)
    sender.half_closes()
    framing.stops()
    other = framing.reads_from(peer, limit=8)
    for text in ("c", "abc", "abc", "abc"):  # more than 8 bytes, no long line
        other.sends(b"c\nab")
        framing.yields(text)


@graded(3, "P5", points=1)
def test_read_unfinished(framing, peer, words):
    """At the end of the stream it ends; a line without newline is none."""
    sender = framing.reads_from(peer)
    text = words.word()
    sender.sends(f"{text}\n{words.word()}".encode())
    sender.half_closes()
    framing.yields(text)
    framing.stops()
    other = framing.reads_from(peer)
    framing.yields(other.says(words.word()))
    other.sends(b"Bye!")
    other.half_closes()
    framing.stops()


@graded(3, "P3", points=1)
def test_read_too_long(framing, peer, words):
    """The lines before one that is too long are yielded, then it raises."""
    texts = [words.word(), words.word()]
    sender = framing.reads_from(peer)
    glued = "".join(f"{text}\n" for text in texts)
    sender.sends(glued.encode() + b"x" * (LIMIT + 1) + b"\n")
    framing.yields_all(texts)
    framing.gives_up()
    other = framing.reads_from(peer, limit=8)
    other.sends(f"ab\n{words.text(9)}".encode())
    framing.yields("ab")
    framing.gives_up()
    other = framing.reads_from(peer, limit=8)
    other.sends(words.text(8).encode() + b"\r\n")
    framing.gives_up()
    other = framing.reads_from(peer, limit=8192)
    framing.yields(other.says(words.text(8192)))
