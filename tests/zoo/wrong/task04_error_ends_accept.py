"""An OSError of accept ends the accept thread.

Believed: accept fails only when the listener was closed.
"""

TASK = 4
FAILS = [
    "test_out_of_descriptors",
]
SAYS = "no descriptor was free"


def accept_thread(self):
    try:
        while not self.stop_event.is_set():
            conn, address = self.listener.accept()
            self.welcome(conn)
    except OSError:
        return
