"""Escapes whatever Unicode puts into a category C.

Believed: category C means control; visible() forgets some of them.
Wrong: C1, "to the letter". Cf is no control: the joiner U+200D in a family
emoji, U+200C in Persian, the soft hyphen are printed as escapes.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
]
SAYS = "Only control characters are shown as escapes."


def printer_thread(self):
    import unicodedata

    def safe(text):
        return "".join(
            c if unicodedata.category(c)[0] != "C" else ascii(c)[1:-1]
            for c in visible(text)
        )

    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(safe(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
