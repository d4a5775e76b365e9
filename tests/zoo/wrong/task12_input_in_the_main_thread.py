"""Reads the input in the main thread.

Believed: one more thread is enough; the main thread has nothing else to do.
"""

TASK = 12
FAILS = [
    "test_server_closes",
    "test_server_vanishes",
    "test_server_talks_nonsense",
    "test_ended_by_the_server",
    "test_the_server_stops",
]
SAYS = "a thread of its own"
REPLACES = {"run_here": "ChatClient.run"}


def run_here(self):
    self.printer.start()
    self.input_thread()
    self.over.wait()
    return self.finish()
