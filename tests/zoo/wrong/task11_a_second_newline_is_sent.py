"""Puts a newline behind what encode_line made.

Believed: encode_line encodes, and the newline is ours to send.
Wrong: C2. Each line that is typed is followed by an empty one: the others see
`0:hello` and `0:`. Seen in test_says_goodbye, where `Bye!` is due and an
empty line comes, long before the input ends.
"""

TASK = 11
FAILS = [
    "test_sends_each_line",
    "test_says_goodbye",
    "test_end_of_input",
    "test_too_long_to_send",
    "test_goodbye_unanswered",
]
SAYS = "encode_line puts the newline there"



def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text) + b"\n")
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
