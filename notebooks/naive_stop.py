"""A server for one guest, that has not learned to stop.

    python naive_stop.py [daemon]

Notebook 07 presses Ctrl-C. With `daemon` its client thread is a daemon.
"""

import socket
import sys
import threading
import time


def client_thread(conn: socket.socket) -> None:
    """Wait for a word of the guest; say good night, whatever happens."""
    try:
        conn.sendall(b"Good evening!\n")
        conn.recv(1024)
    finally:
        conn.sendall(b"Good night!\n")


def server(daemon: bool) -> None:
    """Welcome one guest, and then rest until Ctrl-C."""
    listener = socket.create_server(("127.0.0.1", 0))
    try:
        print("Listening on {}:{}".format(*listener.getsockname()), flush=True)
        conn, _ = listener.accept()
        thread = threading.Thread(target=client_thread, args=[conn])
        thread.daemon = daemon
        thread.start()
        while True:
            time.sleep(0.1)
    except KeyboardInterrupt:
        print("The main thread has ended.", flush=True)


if __name__ == "__main__":
    server(daemon="daemon" in sys.argv)
