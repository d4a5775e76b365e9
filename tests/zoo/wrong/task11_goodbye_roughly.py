"""Takes `bye!`, and `Bye! ` with a space, for the goodbye.

Believed: it was meant like that.
"""

TASK = 11
FAILS = ["test_sends_each_line"]
SAYS = "exactly"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text.strip().lower() == "bye!":
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
