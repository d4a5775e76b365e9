"""Sets a default timeout, so that accept looks at stop_event each second.

Believed: setdefaulttimeout makes accept return after a second.
Wrong: P7/P10/P11. It is for new sockets: accept waits as before, and each client that is silent for a second is thrown out.
"""

TASK = 4
FAILS = [
    "test_silent_connection",
]
SAYS = "A pause is no departure: who says nothing for"


def accept_thread(self):
    socket.setdefaulttimeout(1.0)
    while not self.stop_event.is_set():
        try:
            self.welcome(self.listener.accept()[0])
        except TimeoutError:
            continue
        except OSError:
            self.stop_event.wait(0.1)
