"""Does not wait for the printer.

Believed: when we leave, nothing more comes.
"""

TASK = 11
FAILS = ["test_says_goodbye"]
MAY_FAIL = [
    "test_end_of_input",
    "test_goodbye_unanswered",
]
SAYS = "waits for the printer"


def finish(self):
    if self.leaving.is_set():
        print("Stopped everything", flush=True)
        return 0
    print("Server closed the connection", flush=True)
    return 1
