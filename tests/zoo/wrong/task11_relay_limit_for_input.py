"""Input is encoded with RELAY_LIMIT.

Believed: RELAY_LIMIT is the client's limit, for the client uses it to read.
"""

TASK = 11
FAILS = ["test_too_long_to_send"]
SAYS = "RELAY_LIMIT is for"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text, RELAY_LIMIT))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
