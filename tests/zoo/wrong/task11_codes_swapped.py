"""Gives the two exit codes the wrong way round.

Believed: 1 is for yes, I wanted to leave.
"""

TASK = 11
FAILS = [
    "test_says_goodbye",
    "test_end_of_input",
    "test_goodbye_unanswered",
    "test_ended_by_the_server",
]
SAYS = "wrong way round"


def finish(self) -> int:
    if self.leaving.is_set():
        self.printer.join(LINGER)
        print("Stopped everything", flush=True)
        return 1
    print("Server closed the connection", flush=True)
    return 0
