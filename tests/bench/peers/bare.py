"""No chat at all: passes on every chunk that comes, uncut, without an id.

What Python's socket calls allow; the load's own limit shows on it.
"""

import selectors
import socket

from common import greeting, listener, no_delay

if __name__ == "__main__":
    sock = listener()
    selector = selectors.DefaultSelector()
    selector.register(sock, selectors.EVENT_READ)
    clients: list[socket.socket] = []
    while True:
        for key, _ in selector.select():
            if key.fileobj is sock:
                conn, _ = sock.accept()
                no_delay(conn)
                conn.sendall(greeting(len(clients)))
                clients.append(conn)
                selector.register(conn, selectors.EVENT_READ)
                continue
            data = key.fileobj.recv(262144)
            if not data:
                selector.unregister(key.fileobj)
                clients.remove(key.fileobj)
            for conn in clients:
                if conn is not key.fileobj:
                    conn.sendall(data)
