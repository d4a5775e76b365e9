"""Also takes 'quit' and 'exit' for a goodbye.

Believed: people type that.
Wrong: P9: Bye!, exactly. Who says 'exit' in the chat is thrown out.
"""

TASK = 5
FAILS = [
    "test_almost_goodbye",
]
SAYS = "Only `Bye!`"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line in (GOODBYE, "quit", "exit") or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
