"""The exercise as it is usually solved, but with lines cut right: a thread
for each client, one queue, and one sender that sends line by line."""

import itertools
import queue
import socket
import threading

from common import GOODBYE, encode_line, greeting, listener
from framing import RELAY_LIMIT, read_lines

clients: dict[int, socket.socket] = {}
msg_queue: queue.Queue = queue.Queue()


def client_thread(id: int, conn: socket.socket) -> None:
    """Put each line of the client on the queue, until it leaves."""
    try:
        for text in read_lines(conn):
            msg_queue.put((id, text))
            if text == GOODBYE:
                break
    except (OSError, ValueError):
        pass
    clients.pop(id, None)
    conn.close()


def sender_thread() -> None:
    """Send each line to everyone but its author, one after the other."""
    while True:
        author, text = msg_queue.get()
        line = encode_line(f"{author}:{text}", RELAY_LIMIT)
        for id, conn in list(clients.items()):
            if id != author:
                try:
                    conn.sendall(line)
                except OSError:
                    pass


if __name__ == "__main__":
    sock = listener()
    threading.Thread(target=sender_thread, daemon=True).start()
    for id in itertools.count():
        conn, _ = sock.accept()
        clients[id] = conn
        conn.sendall(greeting(id))
        threading.Thread(
            target=client_thread, args=(id, conn), daemon=True
        ).start()
