"""Takes three times 4096 for the longest line, and forgets the prefix.

Believed: a byte that is no UTF-8 becomes three, so 3 * LINE_LIMIT is the
longest that can come.
Wrong: the limit of 16384 (P3/P5 text), C1. 4096 bad bytes come as "0:" and
12288 bytes: two too many, and the client ends with "Server closed".
"""

TASK = 10
FAILS = [
    "test_prints_lines_not_chunks",
]
SAYS = "What the server relays is longer than what a"


def printer_thread(self):
    from framing import LINE_LIMIT

    try:
        for line in read_lines(self.conn, 3 * LINE_LIMIT):
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
