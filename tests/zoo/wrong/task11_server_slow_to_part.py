"""Counts a leave only if the printer thread has ended within LINGER.

Believed: if the printer still runs then it did not work, and that is an error.
Wrong: C3. When the server takes longer than half a second to close after Bye! (or
does not), the client says `Server closed the connection`, which it has not,
with exit code 1.
"""

TASK = 11
FAILS = [
    "test_goodbye_unanswered",
]
SAYS = "It is we who leave"



def finish(self):
    if self.leaving.is_set():
        self.printer.join(LINGER)
        if not self.printer.is_alive():
            print("Stopped everything", flush=True)
            return 0
    print("Server closed the connection", flush=True)
    return 1
