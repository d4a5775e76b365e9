"""finish returns no exit code.

Believed: a function that is done says so by its end.
"""

TASK = 11
FAILS = [
    "test_says_goodbye",
    "test_end_of_input",
    "test_goodbye_unanswered",
    "test_ended_by_the_server",
]
SAYS = "ended the program"


def finish(self):
    if self.leaving.is_set():
        self.printer.join(LINGER)
        print("Stopped everything", flush=True)
        return
    print("Server closed the connection", flush=True)
