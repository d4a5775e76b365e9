"""everyone_but counts from 0 to the number of clients.

Believed: The ids are 0, 1, 2, ..., so the roster is like a list.
Wrong: P7, P6. When somebody has left there are gaps: the clients with the
highest ids hear nothing any more. After 0 left, 2 does not hear 1.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
    "test_coming_and_going",
]
SAYS = "Ids have gaps once somebody has left"


def everyone_but(self, id):
    with self.lock:
        numbers = range(len(self.clients))
        return [self.clients[i] for i in numbers if i != id and i in self.clients]
