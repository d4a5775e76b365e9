"""Tells of a line that is too long with warnings.warn.

Believed: a warning goes to standard error, that is what it is for.
Wrong: P3's last sentence. The same warning from the same place is shown
once: from the second long line on it says nothing.
"""

TASK = 11
FAILS = [
    "test_too_long_to_send",
]
SAYS = "The same warning is shown once, the next line"


def input_thread(self):
    import warnings

    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                warnings.warn(f"Not sent: {error}")
        self.leave()
    except OSError:
        pass
