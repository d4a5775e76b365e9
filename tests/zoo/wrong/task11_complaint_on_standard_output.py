"""Says on standard output that a line was too long.

Believed: what print prints is what the user sees.
"""

TASK = 11
FAILS = ["test_too_long_to_send"]
SAYS = "belongs on standard error"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", flush=True)
        self.leave()
    except OSError:
        pass
