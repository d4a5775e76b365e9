"""Greets with an id in Arabic digits."""

FILE = "server.py"
TASK = 4
SAYS = 'hears "Server: you have received id 0"'
HEAD = r'''
import socket, sys, threading, time
listener = socket.create_server(("127.0.0.1", 0))
print("Listening on %s:%d" % listener.getsockname(), flush=True)
while True:
    conn, _ = listener.accept()
    conn.sendall("Server: you have received id \u0660\n".encode())
'''
