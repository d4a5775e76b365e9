"""ValueError is not caught.

Believed: nobody types more than 4096 bytes.
"""

TASK = 11
FAILS = ["test_too_long_to_send"]
SAYS = "raises ValueError"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            self.conn.sendall(encode_line(text))
        self.leave()
    except OSError:
        pass
