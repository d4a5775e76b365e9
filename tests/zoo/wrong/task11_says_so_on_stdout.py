"""Says "Not sent" with print, where the user looks.

Believed: a message is a message.
Wrong: P3's last sentence: "it says so on standard error".
"""

TASK = 11
FAILS = [
    "test_too_long_to_send",
]
SAYS = "What goes wrong belongs on standard error:"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            try:
                data = encode_line(text)
            except ValueError as error:
                print(f"Not sent: {error}", flush=True)
            else:
                self.conn.sendall(data)
        self.leave()
    except OSError:
        pass
