"""everyone_but(None) is the dict's own view, no copy.

Believed: nobody is left out, so there is nothing to filter; a view is always
current.
Wrong: P12. Only close() asks for all: each client that it drops leaves the
roster meanwhile, `dictionary changed size during iteration` ends close() in
the middle. Ctrl-C with some clients: a traceback, and the server hangs.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
]
SAYS = "Somebody joined or left while the table was walked"



def everyone_but(self, id):
    with self.lock:
        everyone = self.clients.values()
        return everyone if id is None else [c for c in everyone if c.id != id]
