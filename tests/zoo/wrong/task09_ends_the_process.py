"""os._exit ends it all.

Believed: to end the process is the surest way to stop.
"""

TASK = 9
FAILS = ["test_close_ends_every_thread"]
SAYS = "close() ends the server"


def close(self):
    import os

    self.stop_event.set()
    self.listener.close()
    os._exit(0)
