"""Reads with makefile and its universal newlines

Believed: a text file over the socket gives the lines.
Wrong: P2, C6. In its default mode a \\r alone ends a line too: `0:on\\r1:off`
is shown as two lines, so that anyone can forge a line of client 1.
"""

TASK = 10
FAILS = [
    "test_control_characters",
    "test_server_talks_nonsense",
]
SAYS = "A file knows no limit"


def printer_thread(self):
    try:
        file = self.conn.makefile("r", encoding="utf-8", errors="replace")
        for line in file:
            if line.endswith("\n"):
                print(visible(line[:-1]), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
