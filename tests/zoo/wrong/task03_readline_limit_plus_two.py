"""Lets a file read the lines, with room for \\r\\n.

Believed: readline(limit + 2) is the longest line with its line end.
Wrong: P3. A client that sends exactly limit + 1 bytes and waits hears nothing: readline waits for one more.
"""

TASK = 3
FAILS = [
    "test_read_too_long",
]
SAYS = "A \\r before the newline counts as well: more"


def read_lines(conn, limit=LINE_LIMIT):
    with conn.makefile("rb") as file:
        while raw := file.readline(limit + 2):
            if len(raw.removesuffix(b"\n")) > limit:
                raise LineTooLong(limit, [])
            if not raw.endswith(b"\n"):
                return  # the end of the stream, half a line
            raw = raw[:-1].removesuffix(b"\r")
            yield raw.decode("utf-8", "replace")
