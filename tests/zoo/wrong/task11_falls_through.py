"""The return of the first case is missing: it says both sentences and ends with 1.

Believed: after the if, the rest is the else.
"""

TASK = 11
FAILS = [
    "test_says_goodbye",
    "test_end_of_input",
    "test_goodbye_unanswered",
]
SAYS = "When it is we who"


def finish(self):
    if self.leaving.is_set():
        self.printer.join(LINGER)
        print("Stopped everything", flush=True)
    print("Server closed the connection", flush=True)
    return 1
