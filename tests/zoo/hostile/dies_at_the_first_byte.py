"""Ends without a word as soon as somebody sends it something."""

FILE = "framing.py"
TASK = 3
SAYS = "ended with exit code 0"


def read_lines(conn, limit=4096):
    import os

    conn.recv(1)
    os._exit(0)
    yield ""
