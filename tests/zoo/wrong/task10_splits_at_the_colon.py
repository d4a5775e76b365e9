"""Takes id and text apart at the colon

Believed: a line holds one colon, the one behind the id.
Wrong: C1, C4. `1:at 8:30` has two: the ValueError ends the thread, and the
client prints `Server closed the connection` and ends with exit code 1.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
    "test_prints_lines_not_chunks",
    "test_server_closes",
    "test_server_vanishes",
    "test_server_talks_nonsense",
]
SAYS = "Not each line has one colon"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            author, text = line.split(":")
            print(visible(author + ":" + text), flush=True)
    except (OSError, ValueError):
        pass
    finally:
        self.over.set()
