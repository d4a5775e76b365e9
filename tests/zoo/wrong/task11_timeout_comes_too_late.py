"""Gives the socket a timeout, and then joins the printer for good.

Believed: the printer's recv gives up after LINGER, so join needs no limit.
Wrong: C3, the docstring (LINGER at most). A recv that waits already keeps
its old timeout, none: if the server does not answer, the client never ends.
"""

TASK = 11
FAILS = [
    "test_goodbye_unanswered",
]
SAYS = "The server may never answer the goodbye: join"


def finish(self):
    if self.leaving.is_set():
        self.conn.settimeout(LINGER)
        self.printer.join()
        print("Stopped everything", flush=True)
        return 0
    print("Server closed the connection", flush=True)
    return 1
