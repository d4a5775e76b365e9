"""The client in one thread: select waits for the keyboard and the server."""

import argparse
import os
import select
import socket
import sys
import time

from framing import RELAY_LIMIT, LineBuffer, LineTooLong, encode_line

KEYBOARD = 0
ENOUGH = 65536  # bytes to send; with more we do not read the keyboard
LAST_WORDS = 0.5


def tame(text):
    """Show what is not printable the way Python does."""
    return "".join(
        f"\\x{ord(c):02x}" if ord(c) < 32 or 127 <= ord(c) < 160 else c
        for c in text
    )


class Client:
    def __init__(self, conn):
        self.conn = conn
        self.conn.setblocking(False)
        self.heard = LineBuffer(RELAY_LIMIT)
        self.typed = b""
        self.out = b""
        self.is_leaving = False
        self.end = 0.0  # of the time for last words

    def run(self):
        while True:
            reads = [self.conn]
            if not self.is_leaving and len(self.out) < ENOUGH:
                reads.append(KEYBOARD)
            writes = [self.conn] if self.out else []
            # Once we leave, the server has a moment to answer.
            patience = None
            if self.is_leaving:
                patience = self.end - time.monotonic()
                if patience <= 0:
                    break
            ready, room, _ = select.select(reads, writes, [], patience)
            if self.conn in ready and not self.listen():
                break
            if KEYBOARD in ready:
                self.read_keyboard()
            if room:
                try:
                    self.out = self.out[self.conn.send(self.out) :]
                except BlockingIOError:
                    pass
                except OSError:
                    self.out = b""  # the reading side tells what happened
        if self.is_leaving:
            self.show("Stopped everything")
            return 0
        self.show("Server closed the connection")
        return 1

    def show(self, text):
        print(text, flush=True)

    def listen(self):
        """Print what came; return whether there may be more."""
        try:
            data = self.conn.recv(65536)
            lines = self.heard.feed(data)
        except BlockingIOError:
            return True
        except LineTooLong as error:
            data, lines = b"", error.lines
        except OSError:
            return False
        for line in lines:
            self.show(tame(line))
        return data != b""

    def read_keyboard(self):
        try:
            data = os.read(KEYBOARD, 65536)
        except OSError:
            data = b""
        *lines, self.typed = (self.typed + data).split(b"\n")
        if not data:
            lines = [self.typed] if self.typed else []
            lines.append(b"Bye!")
        for line in lines:
            text = line.removesuffix(b"\r").decode("utf-8", "replace")
            try:
                self.out += encode_line(text)
            except ValueError as error:
                print("Too long, not sent:", error, file=sys.stderr)
            if text == "Bye!":
                self.is_leaving = True
                self.end = time.monotonic() + LAST_WORDS
                break


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    try:
        conn = socket.create_connection((args.host, args.port), 10)
    except OSError as error:
        print(f"No connection: {error}", file=sys.stderr)
        return 1
    with conn:
        return Client(conn).run()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
