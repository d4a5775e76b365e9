"""Asks select for stdin, so that the thread can see that all is over.

Believed: when a line waits, select says so.
Wrong: C2. Two lines that come in one piece: readline takes both from the
system into Python's buffer, gives one, and select knows nothing of the other.
It is sent only when more is typed.
"""

TASK = 11
FAILS = [
    "test_sends_each_line",
]
SAYS = "Several lines may come at once. Python keeps"


def input_thread(self):
    import select

    try:
        while not self.over.is_set():
            if not select.select([sys.stdin], [], [], 0.2)[0]:
                continue
            line = sys.stdin.readline()
            text = line.rstrip("\r\n")
            if not line or text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        if not self.over.is_set():
            self.leave()
    except OSError:
        pass
