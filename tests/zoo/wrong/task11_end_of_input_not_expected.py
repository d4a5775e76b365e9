"""input() raises EOFError, and nobody sends the goodbye.

Believed: the user leaves by typing Bye!; input() returns '' at the end.
"""

TASK = 11
FAILS = ["test_end_of_input"]
SAYS = "like the goodbye"


def input_thread(self):
    try:
        while (text := input().rstrip("\r")) != GOODBYE:
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except (OSError, EOFError):
        pass
