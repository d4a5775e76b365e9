"""finish says the right thing, and always returns 0.

Believed: to end is no error, whoever ended it.
Wrong: C4. The server closes, the client says so, and `echo $?` shows 0
instead of 1. When the user leaves it is 0 as it should be: nothing is the
wrong way round.
"""

TASK = 11
FAILS = [
    "test_ended_by_the_server",
]
SAYS = "When it was the server that ended it"



def finish(self):
    if not self.leaving.is_set():
        print("Server closed the connection", flush=True)
    else:
        self.printer.join(LINGER)
        print("Stopped everything", flush=True)
    return 0
