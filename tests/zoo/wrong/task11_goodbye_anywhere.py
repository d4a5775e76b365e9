"""A line that begins with the goodbye is taken for it.

Believed: who writes Bye! leaves.
"""

TASK = 11
FAILS = ["test_sends_each_line"]
SAYS = "Only `Bye!`, exactly"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text.startswith(GOODBYE):
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
