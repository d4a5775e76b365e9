"""Ends with sys.exit and a message when the server has gone.

Believed: sys.exit with a text prints it, and ends with code 1: both in one line.
Wrong: C4, the docstring (return the exit code). It is not printed where the
conversation is: sys.exit writes it to standard error. (Only standard error is
named where it is meant: P3, C5.)
"""

TASK = 11
FAILS = [
    "test_ended_by_the_server",
]
SAYS = "finish says it on standard output, and"


def finish(self):
    if self.leaving.is_set():
        self.printer.join(LINGER)
        print("Stopped everything", flush=True)
        return 0
    sys.exit("Server closed the connection")
