"""line[:-1] takes the newline off.

Believed: every line that is read ends with a newline.
"""

TASK = 11
FAILS = ["test_end_of_input", "test_goodbye_unanswered"]
SAYS = 'rstrip("\\r\\n")'


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line[:-1]
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
