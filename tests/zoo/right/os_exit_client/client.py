"""The main thread listens, a daemon types; each may end all by os._exit."""

import argparse
import os
import socket
import sys
import threading

import framing

HIDDEN = {n: f"\\x{n:02x}" for n in (*range(32), *range(127, 160))}
lock = threading.Lock()  # held by the one who ends the program
leaving = threading.Event()


def end(words, code):
    with lock:
        print(words)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def keyboard(sock, done):
    """Send each line, to the goodbye; wait a moment for the answer."""
    try:
        while True:
            raw = sys.stdin.buffer.readline()
            text = raw.decode("utf-8", "replace").rstrip("\r\n")
            if not raw or text == "Bye!":
                break
            try:
                data = framing.encode_line(text)
            except ValueError as problem:
                sys.stderr.write(f"Not sent, {problem}.\n")
                sys.stderr.flush()
                continue
            sock.sendall(data)
        leaving.set()
        sock.sendall(b"Bye!\n")
    except OSError:
        if not leaving.is_set():
            return  # the main thread hears of it, too
    done.wait(0.5)
    end("Stopped everything", 0)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--port", type=int, default=14900)
    where = options.parse_args()
    try:
        sock = socket.create_connection((where.host, where.port))
    except OSError as problem:
        sys.exit(f"There is no server: {problem}")
    done = threading.Event()
    typist = threading.Thread(target=keyboard, args=(sock, done), daemon=True)
    typist.start()
    try:
        for line in framing.read_lines(sock, framing.RELAY_LIMIT):
            sys.stdout.write(line.translate(HIDDEN) + "\n")
            sys.stdout.flush()
    except (OSError, framing.LineTooLong):
        pass
    done.set()
    if leaving.is_set():
        typist.join()
    end("Server closed the connection", 1)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        os._exit(130)
