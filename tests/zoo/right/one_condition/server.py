"""One Condition guards everything, and everybody who waits, waits for it."""

import argparse
import socket
import sys
import threading
import time

from framing import RELAY_LIMIT, LineTooLong, encode_line, read_lines

LIMIT = 3_000_000
LINGER = 0.5


class Member:
    """A plain record; ChatServer.change guards what is in it."""

    def __init__(self, id, conn):
        self.id, self.conn = id, conn
        self.pending = bytearray()
        self.listed = True  # hears what is said
        self.finished = False  # nothing will be added to pending
        self.threads = 0  # that still work for it


class ChatServer:
    def __init__(self, host="127.0.0.1", port=14900):
        self.change = threading.Condition()
        self.members = []
        self.count = 0
        self.stopping = False
        self.running = 0  # threads
        self.threads = []
        self.listener = socket.create_server((host, port), backlog=512)
        self.address = self.listener.getsockname()[:2]

    def start(self):
        self.spawn(self.accept_all)
        return self

    __enter__ = start

    def __exit__(self, *error):
        self.close()

    def spawn(self, function, *args):
        thread = threading.Thread(target=function, args=args)
        with self.change:
            self.threads = [t for t in self.threads if t.is_alive()]
            self.threads.append(thread)
            thread.start()

    def accept_all(self):
        while True:
            try:
                conn, _ = self.listener.accept()
            except OSError:
                conn = None
            with self.change:
                if self.stopping:
                    break
                if conn is None:
                    self.change.wait(0.1)
                    continue
                member = Member(self.count, conn)
                self.count += 1
                greeting = f"Server: you have received id {member.id}"
                member.pending += encode_line(greeting)
                self.members.append(member)
            conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.spawn(self.write, member)
            self.spawn(self.read, member)
        if conn:
            conn.close()
        self.listener.close()

    def read(self, member):
        try:
            for text in read_lines(member.conn):
                self.say(member, text)
                if text == "Bye!" or self.stopping:
                    break
        except LineTooLong:
            with self.change:
                member.pending += encode_line("Server: line too long")
        except OSError:
            pass
        with self.change:
            self.part(member)
            # The writer has the last word, but not all day.
            self.change.wait_for(lambda: member.finished, LINGER)
        self.hear_out(member.conn)
        cut(member.conn)
        with self.change:
            self.change.wait_for(lambda: member.finished)
        member.conn.close()

    def say(self, author, text):
        data = encode_line(f"{author.id}:{text}", RELAY_LIMIT)
        with self.change:
            if not author.listed:
                return
            for member in list(self.members):
                if member is not author:
                    member.pending += data
                    if len(member.pending) > LIMIT:
                        self.part(member)
                        cut(member.conn)
            self.change.notify_all()

    def part(self, member):
        """Off the list; the caller holds the Condition."""
        if member.listed:
            member.listed = False
            self.members.remove(member)
        self.change.notify_all()

    def write(self, member):
        try:
            while True:
                with self.change:
                    self.change.wait_for(
                        lambda: member.pending or not member.listed
                    )
                    chunk = bytes(member.pending[:65536])
                    del member.pending[:65536]
                if not chunk:
                    break
                member.conn.sendall(chunk)
        except OSError:
            cut(member.conn)  # the reader hears of it
        with self.change:
            member.finished = True
            self.change.notify_all()

    def hear_out(self, conn):
        try:
            conn.shutdown(socket.SHUT_WR)
            conn.settimeout(LINGER)
            end = time.monotonic() + LINGER
            while time.monotonic() < end and conn.recv(65536):
                pass
        except OSError:
            pass

    def close(self):
        with self.change:
            self.stopping = True
            for member in self.members:
                try:
                    # Its reader sees an end, and does the rest.
                    member.conn.shutdown(socket.SHUT_RD)
                except OSError:
                    pass
            self.change.notify_all()
        try:
            # Wakes accept.
            socket.create_connection(self.address, timeout=1).close()
        except OSError:
            pass
        while True:
            with self.change:
                alive = [t for t in self.threads if t.is_alive()]
            if not alive:
                return
            alive[0].join()


def cut(conn):
    try:
        conn.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    try:
        server = ChatServer(args.host, args.port)
    except OSError as error:
        sys.exit(f"cannot listen: {error}")
    with server:
        print("Listening on %s:%d" % server.address, flush=True)
        try:
            with server.change:
                while not server.stopping:
                    server.change.wait(1)
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
