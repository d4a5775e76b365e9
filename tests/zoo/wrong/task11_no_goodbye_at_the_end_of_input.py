"""Leaves at the goodbye only, not at the end of the input.

Believed: when the input ends there is nothing left to do.
Wrong: C3. `echo hello | python client.py` sends hello and then hangs: no Bye!
is sent. The newline is taken off, by a regular expression.
"""

TASK = 11
FAILS = [
    "test_end_of_input",
]
SAYS = "The end of the input ends the conversation like the"



def input_thread(self):
    try:
        for line in sys.stdin:
            text = re.sub(r"\r?\n$", "", line)
            if text == GOODBYE:
                self.leave()
                return
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
    except OSError:
        pass
