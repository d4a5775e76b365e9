"""The exit code is 0 however it ended.

Believed: 0 means that the program ended without an exception.
"""

TASK = 11
FAILS = ["test_ended_by_the_server"]
SAYS = "finish returns 1"


def finish(self):
    if self.leaving.is_set():
        self.printer.join(LINGER)
        print("Stopped everything", flush=True)
    else:
        print("Server closed the connection", flush=True)
    return 0
