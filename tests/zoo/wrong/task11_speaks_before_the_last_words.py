"""Says that it has stopped, then waits for the last words.

Believed: it does not matter in which order.
"""

TASK = 11
FAILS = ["test_says_goodbye"]
SAYS = "come before"


def finish(self) -> int:
    if self.leaving.is_set():
        print("Stopped everything", flush=True)
        self.printer.join(LINGER)
        return 0
    print("Server closed the connection", flush=True)
    return 1
