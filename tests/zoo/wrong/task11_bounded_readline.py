"""Reads at most a line's worth of characters at once, to bound memory.

Believed: readline(4097) brings a line, or what is too long and is refused.
Wrong: P3's last sentence, C2. The rest of a line that is too long comes as
the next "line", and is sent: for 4097 characters it is an empty message. A
line of 4096 with \\r\\n is followed by an empty message, too.
"""

TASK = 11
FAILS = [
    "test_too_long_to_send",
]
SAYS = "readline(n) brings n characters at most, and"


def input_thread(self):
    from framing import LINE_LIMIT

    try:
        for line in iter(lambda: sys.stdin.readline(LINE_LIMIT + 1), ""):
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
