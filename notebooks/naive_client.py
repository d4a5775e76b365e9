"""Three naive clients, which notebooks 08 and 08b watch fail.

    python naive_client.py one_thread|ordinary|daemon PORT

They talk to the finished server, and trust what it sends.
"""

import socket
import sys
from threading import Event, Thread

over = Event()  # set when there is nothing to wait for


def one_thread(conn: socket.socket) -> None:
    """Ask for a line, send it, print what has come; and again."""
    while True:
        conn.sendall(f"{input()}\n".encode())
        print(conn.recv(1024).decode(), end="", flush=True)


def two_threads(conn: socket.socket, daemon: bool) -> None:
    """Start both threads, and wait until one of them says that it is over."""
    for target in (printer_thread, input_thread):
        Thread(target=target, args=[conn], daemon=daemon).start()
    over.wait()
    print("Stopped everything", flush=True)


def printer_thread(conn: socket.socket) -> None:
    """Print what comes, and tidy up whatever happens."""
    try:
        while data := conn.recv(1024):
            print(data.decode(), end="", flush=True)
    finally:
        print("The printer has tidied up", flush=True)
        over.set()


def input_thread(conn: socket.socket) -> None:
    """Send what is typed, until it is over."""
    while True:
        text = input()
        conn.sendall(f"{text}\n".encode())
        if text == "Bye!" or over.is_set():
            break
    over.set()


if __name__ == "__main__":
    kind, port = sys.argv[1:]
    conn = socket.create_connection(("127.0.0.1", int(port)))
    if kind == "one_thread":
        one_thread(conn)
    else:
        two_threads(conn, daemon=kind == "daemon")
