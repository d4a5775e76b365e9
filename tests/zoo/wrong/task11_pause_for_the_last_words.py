"""Pauses for half a second where it should wait for the printer.

Believed: by then everything has come.
"""

TASK = 11
FAILS = ["test_says_goodbye"]
MAY_FAIL = ["test_end_of_input", "test_goodbye_unanswered"]
SAYS = "A pause is no join"


def finish(self):
    import time

    if self.leaving.is_set():
        time.sleep(LINGER)
        print("Stopped everything", flush=True)
        return 0
    print("Server closed the connection", flush=True)
    return 1
