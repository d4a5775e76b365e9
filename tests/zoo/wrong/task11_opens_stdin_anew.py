"""Opens descriptor 0 anew, to be sure of UTF-8.

Believed: open(0) is stdin with the encoding that I want.
Wrong: C2, P2. open's newline=None takes a bare \\r for the end of a line:
"10%\\r20%" becomes two messages.
"""

TASK = 11
FAILS = [
    "test_sends_each_line",
]
SAYS = "open ends a line at a lone \\r as well."


def input_thread(self):
    try:
        with open(0, encoding="utf-8", errors="replace", closefd=False) as lines:
            for line in lines:
                text = line.rstrip("\r\n")
                if text == GOODBYE:
                    break
                try:
                    self.conn.sendall(encode_line(text))
                except ValueError as error:
                    print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
