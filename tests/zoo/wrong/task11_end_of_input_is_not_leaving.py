"""leaving is set only where Bye! was typed.

Believed: at the end of the input it is not the user who leaves.
"""

TASK = 11
FAILS = [
    "test_end_of_input",
    "test_goodbye_unanswered",
]
SAYS = "self.leave()"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                self.leaving.set()
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.conn.sendall(encode_line(GOODBYE))
    except OSError:
        pass
