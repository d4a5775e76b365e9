"""Normalizes each line (NFKC) before it is sent.

Believed: text from outside must be sanitised first.
Wrong: C2, P2. `x²` is heard as `x2`, `½` as `1⁄2`, a no-break space as a space; not
what the user typed.
"""

TASK = 11
FAILS = [
    "test_sends_each_line",
]
SAYS = "The text must stay as it is"



def input_thread(self):
    import unicodedata

    try:
        for line in sys.stdin:
            text = unicodedata.normalize("NFKC", line.rstrip("\r\n"))
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
