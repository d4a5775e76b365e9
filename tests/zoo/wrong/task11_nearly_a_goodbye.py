"""Takes a goodbye with spaces around it for the goodbye.

Believed: who types "Bye! " wants to leave.
Wrong: C2, C3, P9 ("exactly"). "Bye! " and " Bye!" are messages like others:
here they are not sent, and the client leaves.
"""

TASK = 11
FAILS = [
    "test_sends_each_line",
]
SAYS = "Only `Bye!`, exactly, is the goodbye: compare"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text.strip() == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
