"""Says goodbye at the end of the input only if anything was said.

Believed: who said nothing need not say goodbye either.
Wrong: C3. With an empty input (< /dev/null) the client never ends.
"""

TASK = 11
FAILS = [
    "test_end_of_input",
]
SAYS = "The end of the input ends the conversation"


def input_thread(self):
    said = 0
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                said += 1
                break
            try:
                self.conn.sendall(encode_line(text))
                said += 1
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        if said:
            self.leave()
    except OSError:
        pass
