"""Offers the new data; only what is left of it joins the backlog.

Believed: without a writer at work the backlog is empty.
Wrong: P6. Not so in the moment between join and the first deliver: the greeting
waits there, and a line that comes then overtakes it.
"""

TASK = 6
FAILS = [
    "test_no_thread_for_who_keeps_up",
]
SAYS = "A writer thread was started for somebody who"


def deliver(self, data):
    with self.lock:
        if self.gone:
            return
        try:
            if not self.writing:
                data = data[offer(self.conn, data) :]
            self.backlog += data
            if len(self.backlog) > BACKLOG_LIMIT:
                self.drop()
            elif self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
