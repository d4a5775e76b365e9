"""Takes the lines with iter(input, GOODBYE), and strips the \\r too late.

Believed: iter with a sentinel finds every goodbye; input() gives the line bare.
Wrong: C3. A goodbye that ends with CR LF (a file from Windows) is not seen: it is
sent as a message, the server hangs up, and the client says `Server closed the
connection` with exit code 1.
"""

TASK = 11
FAILS = [
    "test_goodbye_unanswered",
]
SAYS = "On Windows a line ends with two"



def input_thread(self):
    from contextlib import suppress

    with suppress(OSError):
        with suppress(EOFError):
            for text in iter(input, GOODBYE):
                try:
                    self.conn.sendall(encode_line(text.rstrip("\r\n")))
                except ValueError as error:
                    print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
