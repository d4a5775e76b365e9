"""Sends each client bytes without end, and no newline."""

FILE = "server.py"
TASK = 4
SAYS = 'hears the greeting'
HEAD = r'''
import socket, threading
listener = socket.create_server(("127.0.0.1", 0))
print("Listening on %s:%d" % listener.getsockname(), flush=True)


def flood(conn):
    try:
        while True:
            conn.sendall(b"x" * 65536)
    except OSError:
        pass


while True:
    conn, _ = listener.accept()
    threading.Thread(target=flood, args=(conn,), daemon=True).start()
'''
