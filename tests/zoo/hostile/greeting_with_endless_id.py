"""Greets with an id of five thousand digits."""

FILE = "server.py"
TASK = 4
SAYS = 'hears "Server: you have received id 0"'
HEAD = r'''
import socket, sys, threading, time
listener = socket.create_server(("127.0.0.1", 0))
print("Listening on %s:%d" % listener.getsockname(), flush=True)
while True:
    conn, _ = listener.accept()
    conn.sendall(b"Server: you have received id " + b"9" * 5000 + b"\n")
'''
