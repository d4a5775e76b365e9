"""Prompts before each line and talks of itself, on stdout and stderr."""

import argparse
import os
import socket
import sys
import threading

from framing import *
from framing import RELAY_LIMIT

PROMPT = "you> "
state = {"leaving": False, "code": 1}
over = threading.Event()


def note(text):
    print("(" + text + ")", file=sys.stderr, flush=True)


def show(text):
    """In one write: two threads do it."""
    sys.stdout.write(text)
    sys.stdout.flush()


def safe(text):
    result = ""
    for c in text:
        if ord(c) < 32 or (ord(c) >= 127 and ord(c) < 160):
            result = result + "\\x" + "%02x" % ord(c)
        else:
            result = result + c
    return result


def printing(s):
    try:
        for line in read_lines(s, RELAY_LIMIT):
            show("\r     \r>>> " + safe(line) + "\n" + PROMPT)
        note("the stream has ended")
    except OSError as e:
        note("the connection is broken: " + str(e))
    except LineTooLong:
        note("what nonsense")
    over.set()


def typing(s):
    while True:
        show(PROMPT)
        b = sys.stdin.buffer.readline()
        text = b.decode("utf-8", "replace")
        if text.endswith("\n"):
            text = text[:-1]
        if text.endswith("\r"):
            text = text[:-1]
        if b == b"":
            note("no more input, I say Bye! for you")
            text = "Bye!"
        if len(text.encode()) > 4096:
            note("your line has more than 4096 bytes, I do not send it")
            continue
        if text == "Bye!":
            state["leaving"] = True
        try:
            s.sendall(encode_line(text))
        except OSError as e:
            note("could not send: " + str(e))
            if not state["leaving"]:
                return
        if state["leaving"]:
            over.wait(0.5)
            over.set()
            return


if __name__ == "__main__":
    print("=== WELCOME to the chat! Type Bye! to leave. ===", flush=True)
    p = argparse.ArgumentParser()
    p.add_argument("--host", default="127.0.0.1")
    p.add_argument("--port", default=14900, type=int)
    a = p.parse_args()
    try:
        s = socket.socket()
        s.connect((a.host, a.port))
    except OSError as e:
        print("Cannot connect to", a.host, a.port, ":", e, file=sys.stderr)
        sys.exit(1)
    note("connected to " + a.host)
    t = threading.Thread(target=printing, args=(s,), daemon=True)
    u = threading.Thread(target=typing, args=(s,), daemon=True)
    try:
        t.start()
        u.start()
        over.wait()
    except KeyboardInterrupt:
        print()
        os._exit(130)
    if state["leaving"]:
        show("\nThank you for chatting.\nStopped everything\n")
        state["code"] = 0
    else:
        show("\nOh no!\nServer closed the connection\n")
    print("=== bye ===", flush=True)
    os._exit(state["code"])
