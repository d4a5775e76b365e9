"""The newline stays on the line.

Believed: encode_line takes care of the newline.
"""

TASK = 11


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
