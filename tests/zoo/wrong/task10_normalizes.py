"""Composes accents, so that every terminal shows them well.

Believed: NFC changes nothing that one can see.
Wrong: C1, "to the letter". e and U+0301 are printed as one é, the Ångström
sign as another character.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
]
SAYS = "The text must stay as it is: normalize makes"


def printer_thread(self):
    import unicodedata

    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(unicodedata.normalize("NFC", line)), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
