"""Makes only the text visible, since the server wrote what is before it.

Believed: before the first colon stands an id, or "Server": our own server's.
Wrong: C6, "trusts nobody". A control character before the first colon of a
line, or in a line without a colon, reaches the terminal raw.
"""

TASK = 10
FAILS = [
    "test_control_characters",
]
SAYS = "A server can say anything, before the colon"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            author, colon, text = line.partition(":")
            print(author + colon + visible(text), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
