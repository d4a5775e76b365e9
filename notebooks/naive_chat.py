"""A chat for the terminal: one server, as many clients as you like.

    python naive_chat.py server [PORT]
    python naive_chat.py client [PORT]

A good first try: short, clear, and it works. Notebook 01 runs it, reads it
and then meets its eight mysteries.
"""

import itertools
import queue
import socket
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass


@dataclass
class Client:
    """Someone who is connected."""

    id: int
    conn: socket.socket


clients: dict[int, Client] = {}  # who is here, by id
msg_queue: queue.Queue = queue.Queue()  # (id, text) to be sent around
stop_event = threading.Event()  # our user has said Bye!


def server(address: tuple[str, int]) -> None:
    """Give each new client an id, a greeting and a thread."""
    listener = socket.socket()
    listener.bind(address)
    listener.listen()
    print("Listening on {}:{}".format(*listener.getsockname()), flush=True)
    with ThreadPoolExecutor() as pool:
        pool.submit(sender_thread)
        for id in itertools.count():
            conn, _ = listener.accept()
            clients[id] = Client(id, conn)
            conn.send(f"Server: you have received id {id}".encode())
            pool.submit(client_thread, clients[id])


def client_thread(client: Client) -> None:
    """Put what one client says on msg_queue, until it says Bye!"""
    text = ""
    while text != "Bye!":
        text = client.conn.recv(1024).decode()
        if text:
            msg_queue.put((client.id, text))
    del clients[client.id]
    client.conn.close()


def sender_thread() -> None:
    """Send each message to everyone but its author."""
    while True:
        id, text = msg_queue.get()
        for client in list(clients.values()):
            if client.id != id:
                client.conn.send(f"{id}:{text}".encode())


def client(address: tuple[str, int]) -> None:
    """Print what comes and send what is typed, at the same time."""
    conn = socket.create_connection(address)
    with ThreadPoolExecutor() as pool:
        pool.submit(printer_thread, conn)
        pool.submit(input_thread, conn)
    print("Stopped everything")


def printer_thread(conn: socket.socket) -> None:
    """Print each message as it comes."""
    while not stop_event.is_set():
        text = conn.recv(1024).decode()
        if text:
            print(text, flush=True)


def input_thread(conn: socket.socket) -> None:
    """Send each line that is typed, up to Bye!"""
    while not stop_event.is_set():
        text = input()
        if text == "Bye!":
            stop_event.set()
        conn.send(text.encode())


if __name__ == "__main__":
    main = {"server": server, "client": client}[sys.argv[1]]
    main(("127.0.0.1", int(sys.argv[2]) if len(sys.argv) > 2 else 14900))
