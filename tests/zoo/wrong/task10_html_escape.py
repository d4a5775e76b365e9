"""Escapes the line as for a web page

Believed: what comes over the network is escaped with html.escape.
Wrong: C1, P7. `0:I <3 you & me` is shown as `0:I &lt;3 you &amp; me`.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
]
SAYS = "Only control characters are shown as escapes"


def printer_thread(self):
    import html

    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(html.escape(visible(line)), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
