"""Says "Stopped everything" first, and waits then.

Believed: the user should see at once that it is understood.
Wrong: step 1 (join, then print). The last words come below the line that
says that everything has stopped.
"""

TASK = 11
FAILS = [
    "test_says_goodbye",
]
SAYS = "The last lines come before `Stopped"


def finish(self):
    if self.leaving.is_set():
        print("Stopped everything", flush=True)
        self.printer.join(LINGER)
        return 0
    print("Server closed the connection", flush=True)
    return 1
