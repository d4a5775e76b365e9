"""One recv is one line.

Believed: one send is one recv.
"""

TASK = 10
FAILS = [
    "test_prints_lines_not_chunks",
    "test_control_characters",
    "test_server_closes",
    "test_server_talks_nonsense",
]
SAYS = "One recv brings some bytes"


def printer_thread(self):
    try:
        while data := self.conn.recv(RELAY_LIMIT):
            line = data.decode("utf-8", "replace").removesuffix("\n")
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
