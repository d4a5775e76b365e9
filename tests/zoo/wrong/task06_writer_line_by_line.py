"""The writer sends line by line and takes an empty line for the end of the backlog.

Believed: A relayed line is never empty, it has `N:` in front.
Wrong: P7. The offer may have taken all of a line but its newline; then the
first piece of the backlog is empty, the writer swallows that newline and
ends. The reader that paused sees two lines glued together (`0:x0:x`), and the
rest waits until the next word. One time in four with lines of one letter.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
SAYS = "What waits need not begin where a line begins"


def writer_thread(self):
    try:
        while True:
            with self.lock:
                end = self.backlog.find(b"\n")
                line = bytes(self.backlog[:end])
                del self.backlog[: end + 1]
                self.writing = bool(line)
            if not line:
                return
            self.conn.sendall(line + b"\n")
    except OSError:
        self.drop()
