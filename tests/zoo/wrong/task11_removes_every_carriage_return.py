"""Removes every \\r of the line, not the one at its end

Believed: a \\r is always part of a line's end.
Wrong: C2, P2 (nothing else is stripped). `10 %\\r20 %` arrives as `10 %20 %`.
"""

TASK = 11
FAILS = [
    "test_sends_each_line",
]
SAYS = "Only the end of the line is taken off"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.replace("\r", "").rstrip("\n")
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
