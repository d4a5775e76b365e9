"""Strips what was typed.

Believed: strip takes the newline off.
"""

TASK = 11
FAILS = ["test_sends_each_line"]
SAYS = "strip() takes away"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.strip()
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
