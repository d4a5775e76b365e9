"""Escapes each character that is not printable

Believed: isprintable is False for control characters only.
Wrong: C1, P7. It is False for the no-break space, for the joiner inside of an
emoji, for private use: a family emoji is torn apart with \\x200d between.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
]
SAYS = "Only control characters are shown as escapes"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            shown = [c if c.isprintable() else f"\\x{ord(c):02x}" for c in line]
            print("".join(shown), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
