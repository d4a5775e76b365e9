"""Ends at the end of the input without a word.

Believed: the server will notice that I am gone.
"""

TASK = 11
FAILS = ["test_end_of_input"]
SAYS = "like the goodbye"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                self.leave()
                return
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leaving.set()
        self.over.set()
    except OSError:
        pass
