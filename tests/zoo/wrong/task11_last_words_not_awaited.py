"""Does not wait for the printer.

Believed: when we leave, nothing more comes.
"""

TASK = 11


def finish(self):
    if self.leaving.is_set():
        print("Stopped everything", flush=True)
        return 0
    print("Server closed the connection", flush=True)
    return 1
