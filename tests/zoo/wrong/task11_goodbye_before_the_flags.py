"""Sends the goodbye first, then says that it is we who leave.

Believed: leave() has it the wrong way round; only what is sent is sent.
Wrong: C3. A server that answers at once closes before leaving is set: the
printer sets over, and the client says "Server closed the connection", code 1.
"""

TASK = 11
FAILS = [
    "test_end_of_input",
]
SAYS = "The answer may be here before you have said"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.conn.sendall(encode_line(GOODBYE))
        self.leaving.set()
        self.over.set()
    except OSError:
        pass
