"""Encodes the line with the newline that it has from the input

Believed: encode_line takes a line as it comes from the keyboard.
Wrong: C2. encode_line refuses a text that holds a newline: whatever is typed,
the client says "Not sent".
"""

TASK = 11
FAILS = [
    "test_sends_each_line",
    "test_says_goodbye",
    "test_too_long_to_send",
    "test_goodbye_unanswered",
    "test_ended_by_the_server",
]
SAYS = "A line of sys"


def input_thread(self):
    try:
        for line in sys.stdin:
            if line.rstrip("\r\n") == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(line))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
