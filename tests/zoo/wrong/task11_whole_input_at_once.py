"""Reads the whole input, then sends it.

Believed: first read everything, then work on it.
"""

TASK = 11
FAILS = [
    "test_sends_each_line",
    "test_says_goodbye",
    "test_too_long_to_send",
    "test_goodbye_unanswered",
    "test_ended_by_the_server",
]
SAYS = "before the input ends"


def input_thread(self):
    try:
        for line in sys.stdin.readlines():
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
