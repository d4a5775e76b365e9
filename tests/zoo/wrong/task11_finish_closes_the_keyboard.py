"""finish closes standard input, to end the input thread

Believed: closing sys.stdin wakes the thread that reads it, as cleaning up.
Wrong: C4. The reading thread holds the lock of the buffer: close waits for it,
and the client, which has printed its last line, does not end before the user
presses Enter. With an input that has ended nothing is seen.
"""

TASK = 11
FAILS = [
    "test_ended_by_the_server",
]
SAYS = "The input thread reads there"


def finish(self):
    if self.leaving.is_set():
        self.printer.join(LINGER)
        print("Stopped everything", flush=True)
        return 0
    print("Server closed the connection", flush=True)
    sys.stdin.close()
    return 1
