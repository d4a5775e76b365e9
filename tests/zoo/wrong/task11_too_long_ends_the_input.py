"""The try stands around the loop: a long line ends the input.

Believed: one try with two excepts does the same as two trys.
"""

TASK = 11
FAILS = [
    "test_too_long_to_send",
]
SAYS = "inside the loop"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            self.conn.sendall(encode_line(text))
    except ValueError as error:
        print(f"Not sent: {error}", file=sys.stderr)
    except OSError:
        return
    try:
        self.leave()
    except OSError:
        pass
