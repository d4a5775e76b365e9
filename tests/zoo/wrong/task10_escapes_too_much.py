"""Escapes with unicode_escape: letters beyond ASCII and backslashes are changed as well.

Believed: unicode_escape touches the control characters only.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
    "test_prints_lines_not_chunks",
]
MAY_FAIL = [
    "test_control_characters",
    "test_server_closes",
    "test_server_talks_nonsense",
    "test_server_vanishes",
]
SAYS = ""


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(line.encode("unicode_escape").decode("ascii"), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
