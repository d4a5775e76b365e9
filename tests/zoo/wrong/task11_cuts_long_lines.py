"""Sends the first 4096 bytes of a line that is too long

Believed: better a part than nothing, as long as the user is told.
Wrong: "a line of input that is too long is not sent". The others read the
beginning of a text whose end never comes.
"""

TASK = 11
FAILS = [
    "test_too_long_to_send",
]
SAYS = "A line that is too long is not sent at all"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Too long, was cut: {error}", file=sys.stderr)
                cut = text.encode("utf-8")[:4096].decode("utf-8", "ignore")
                self.conn.sendall(encode_line(cut))
        self.leave()
    except OSError:
        pass
