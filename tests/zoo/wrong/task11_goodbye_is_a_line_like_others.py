"""Sends Bye! as any other line, and leaves at the end of the input

Believed: the server ends the connection after Bye!, nothing else to do.
Wrong: C3. The user types Bye! and gets `Server closed the connection` and exit
code 1.
"""

TASK = 11
FAILS = [
    "test_says_goodbye",
    "test_goodbye_unanswered",
]
SAYS = "The goodbye must end the loop"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
