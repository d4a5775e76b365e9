"""On LineTooLong prints error.lines, which read_lines has yielded already.

Believed: the whole lines before a long one are only in the exception.
Wrong: C1. When a server's line is over 16384 bytes, the lines that came in the
same piece before it are printed twice.
"""

TASK = 10
FAILS = [
    "test_server_talks_nonsense",
]
SAYS = "read_lines has yielded the lines before the long one"



def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line), flush=True)
    except LineTooLong as error:
        # Make sure that no complete line is lost.
        for line in getattr(error, "lines", []):
            print(visible(line), flush=True)
    except (ConnectionError, TimeoutError, OSError):
        pass
    finally:
        self.over.set()
