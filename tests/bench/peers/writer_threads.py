"""A reader thread and a writer thread for each client: whoever reads a line
puts it on the queue of everyone else."""

import itertools
import queue
import socket
import threading

from common import GOODBYE, encode_line, greeting, listener, no_delay
from framing import RELAY_LIMIT, read_lines

queues: dict[int, queue.SimpleQueue] = {}
lock = threading.Lock()  # guards queues, and keeps one order for everybody


def broadcast(author: int, text: str) -> None:
    """Put a line on the queue of everyone but its author."""
    line = encode_line(f"{author}:{text}", RELAY_LIMIT)
    with lock:
        for id, lines in queues.items():
            if id != author:
                lines.put(line)


def reader_thread(id: int, conn: socket.socket) -> None:
    """Broadcast each line of the client, until it leaves."""
    try:
        for text in read_lines(conn):
            broadcast(id, text)
            if text == GOODBYE:
                break
    except (OSError, ValueError):
        pass
    with lock:
        queues.pop(id).put(None)


def writer_thread(conn: socket.socket, lines: queue.SimpleQueue) -> None:
    """Send what is on the client's queue, line by line."""
    try:
        while line := lines.get():
            conn.sendall(line)
        conn.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    conn.close()


if __name__ == "__main__":
    sock = listener()
    for id in itertools.count():
        conn, _ = sock.accept()
        no_delay(conn)
        lines: queue.SimpleQueue = queue.SimpleQueue()
        lines.put(greeting(id))
        with lock:
            queues[id] = lines
        for target, args in (
            (reader_thread, (id, conn)),
            (writer_thread, (conn, lines)),
        ):
            threading.Thread(target=target, args=args, daemon=True).start()
