"""Takes line by line with next, without RELAY_LIMIT.

Believed: read_lines knows the limit.
Wrong: C1. The server relays a line of 16000 bytes, which is allowed; it is
not printed, and the client ends. No line was taken for the end: the break is
for the end of the stream and for errors.
"""

TASK = 10
FAILS = [
    "test_prints_lines_not_chunks",
    "test_control_characters",
]
SAYS = "What the server relays is longer than what a client may"



def printer_thread(self):
    lines = read_lines(self.conn)
    while True:
        try:
            line = next(lines)
        except (StopIteration, OSError, LineTooLong):
            break
        print(visible(line), flush=True)
    self.over.set()
