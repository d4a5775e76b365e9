"""Shows at most 200 lines a second, and drops the others.

Believed: more than that nobody can read, it must be an attack.
Wrong: C1. When 500 lines arrive at once (`seq 500 | python client.py` at the other
end), the user sees 200 of them; the others are never printed.
"""

TASK = 10
FAILS = [
    "test_prints_lines_not_chunks",
]
SAYS = "Each line is printed"



def printer_thread(self):
    import time

    window, shown = time.monotonic(), 0
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            now = time.monotonic()
            if now - window > 1:
                window, shown = now, 0
            shown += 1
            if shown > 200:
                continue
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
