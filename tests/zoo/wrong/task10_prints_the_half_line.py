"""Prints what came before the end of the stream as a line

Believed: the last piece is a line too.
Wrong: P5. If the server goes in the middle of `1:do not delete it`, the user
reads `1:do not del`, or worse: `1:do`.
"""

TASK = 10
FAILS = [
    "test_server_closes",
]
SAYS = "A file knows no limit"


def printer_thread(self):
    try:
        file = self.conn.makefile("rb")
        while data := file.readline(RELAY_LIMIT + 1):
            if len(data.removesuffix(b"\n")) > RELAY_LIMIT:
                break
            data = data.removesuffix(b"\n").removesuffix(b"\r")
            print(visible(data.decode("utf-8", "replace")), flush=True)
    except OSError:
        pass
    finally:
        self.over.set()
