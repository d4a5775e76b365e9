"""Reports 1 if the server did not answer the goodbye in time.

Believed: an exit code tells whether all went well.
Wrong: C3. After Bye! it is 0, also if the server is slow to close.
"""

TASK = 11
FAILS = [
    "test_goodbye_unanswered",
]
SAYS = "When it is we who leave, finish ends there:"


def finish(self):
    if self.leaving.is_set():
        self.printer.join(LINGER)
        print("Stopped everything", flush=True)
        return 1 if self.printer.is_alive() else 0
    print("Server closed the connection", flush=True)
    return 1
