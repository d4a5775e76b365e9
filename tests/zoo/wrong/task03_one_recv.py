"""Reads once, and yields what came.

Believed: one recv brings one message.
"""

TASK = 3
FAILS = [
    "test_read_glued_and_split",
    "test_read_unfinished",
    "test_read_too_long",
]
SAYS = "One recv brings some bytes"


def read_lines(conn, limit=LINE_LIMIT):
    while data := conn.recv(65536):
        yield data.decode().rstrip("\n")
