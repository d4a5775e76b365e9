"""finish joins the printer without a time limit.

Believed: the server always closes at once after Bye!.
"""

TASK = 11
FAILS = ["test_goodbye_unanswered"]
SAYS = "join the printer"


def finish(self):
    if self.leaving.is_set():
        self.printer.join()
        print("Stopped everything", flush=True)
        return 0
    print("Server closed the connection", flush=True)
    return 1
