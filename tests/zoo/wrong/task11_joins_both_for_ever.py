"""When we leave, joins both threads, without a timeout.

Believed: the server closes as soon as it hears Bye!.
Wrong: C3: a server that does not answer Bye! keeps the client for ever (the printer;
the input thread has ended).
"""

TASK = 11
FAILS = [
    "test_goodbye_unanswered",
]
SAYS = "The server may never answer the goodbye"



def finish(self) -> int:
    if self.leaving.is_set():
        self.input.join()
        self.printer.join()
        print("Stopped everything", flush=True)
        return 0
    print("Server closed the connection", flush=True)
    return 1
