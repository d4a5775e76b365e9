"""Waits until nothing has come for LINGER seconds.

Believed: as long as something comes, these are last words.
Wrong: C3, step 1 (LINGER seconds at most). If the server does not answer the
goodbye and the others chat on, the client stays for as long.
"""

TASK = 11
FAILS = [
    "test_goodbye_unanswered",
]
SAYS = "The others may talk on for ever: join the"


def finish(self):
    import select

    if self.leaving.is_set():
        while self.printer.is_alive():
            if not select.select([self.conn], [], [], LINGER)[0]:
                break
            self.printer.join(0.01)
        print("Stopped everything", flush=True)
        return 0
    print("Server closed the connection", flush=True)
    return 1
