"""Cuts what was typed by splitlines.

Believed: splitlines cuts at newlines, and at nothing else.
"""

TASK = 11
FAILS = ["test_sends_each_line"]
SAYS = "splitlines()"


def input_thread(self):
    try:
        for line in sys.stdin:
            for text in line.splitlines():
                if text == GOODBYE:
                    self.leave()
                    return
                try:
                    self.conn.sendall(encode_line(text))
                except ValueError as error:
                    print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
