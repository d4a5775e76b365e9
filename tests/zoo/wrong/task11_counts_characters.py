"""Looks at the length first, in characters, and catches nothing.

Believed: after the look, encode_line cannot raise any more.
Wrong: P3's last sentence, C2. 2049 times é are 4098 bytes: the thread dies of
a ValueError, and neither the next line nor the goodbye is sent.
"""

TASK = 11
FAILS = [
    "test_too_long_to_send",
]
SAYS = "encode_line raises ValueError when the line"


def input_thread(self):
    from framing import LINE_LIMIT

    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            if len(text) > LINE_LIMIT:
                print("Not sent: the line is too long", file=sys.stderr)
                continue
            self.conn.sendall(encode_line(text))
        self.leave()
    except OSError:
        pass
