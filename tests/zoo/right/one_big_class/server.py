"""One class, dicts by id, select before each send; no Client, no Roster."""

import argparse
import collections
import select
import socket
import sys
import threading
import time

import framing


class ChatServer:
    BOUND = 2_500_000

    def __init__(self, host="127.0.0.1", port=14900):
        self.guard = threading.RLock()
        self.conns = {}  # id: socket, of all that are not closed
        self.texts = {}  # id: deque of bytes to send, of those who listen
        self.sizes = collections.Counter()  # id: bytes in that deque
        self.parted = []  # ids whose socket is to be closed
        self.alive = True
        self.last_id = -1
        self.workers = set()
        self.ear = socket.create_server((host, port), backlog=512)
        self.ear.setblocking(False)
        self.bell, self.bell_rope = socket.socketpair()
        self.bell.setblocking(False)
        self.is_rung = False
        self.address = self.ear.getsockname()[:2]
        self.doorman = threading.Thread(target=self.open_doors)
        self.postman = threading.Thread(target=self.carry)
        self.gong, self.gong_rope = socket.socketpair()  # ends the doorman

    def start(self):
        self.doorman.start()
        self.postman.start()
        return self

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, error, trace):
        self.close()

    # ----- people come

    def open_doors(self):
        while self.alive:
            waiting, _, _ = select.select([self.ear, self.gong], [], [])
            if self.gong in waiting:
                break
            try:
                conn = self.ear.accept()[0]
            except BlockingIOError:
                continue
            except OSError:
                select.select([self.gong], [], [], 0.1)
                continue
            conn.setblocking(True)
            conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.last_id += 1
            with self.guard:
                self.conns[self.last_id] = conn
                self.texts[self.last_id] = collections.deque()
                hello = f"Server: you have received id {self.last_id}\n"
                self.post(self.last_id, hello.encode())
            worker = threading.Thread(target=self.host, args=(self.last_id,))
            with self.guard:
                self.workers.add(worker)
            worker.start()

    # ----- people talk

    def host(self, me):
        conn = self.conns[me]
        try:
            for text in framing.read_lines(conn):
                self.shout(me, text)
                if text == "Bye!" or not self.alive:
                    break
        except framing.LineTooLong:
            with self.guard:
                self.post(me, b"Server: line too long\n")
        except OSError:
            pass
        self.see_out(me, conn)
        with self.guard:
            self.workers.discard(threading.current_thread())

    def shout(self, me, text):
        with self.guard:
            data = framing.encode_line(f"{me}:{text}", framing.RELAY_LIMIT)
            for other in list(self.texts):
                if other != me and other not in self.leaving:
                    self.post(other, data)

    leaving = frozenset()  # replaced, never changed

    def post(self, to, data):
        """Put a letter into a box; the caller has the guard."""
        if to not in self.texts:
            return
        self.texts[to].append(data)
        self.sizes[to] += len(data)
        if self.sizes[to] > self.BOUND:
            self.strike(to)
            self.shut(self.conns[to], socket.SHUT_RDWR)
        self.ring()

    def ring(self):
        if not self.is_rung:
            self.is_rung = True
            self.bell_rope.send(b"!")

    def strike(self, id):
        self.texts.pop(id, None)
        self.sizes.pop(id, None)

    # ----- the postman: one thread sends all, select says to whom

    def carry(self):
        while True:
            with self.guard:
                for id in self.parted:
                    self.conns.pop(id).close()
                self.parted.clear()
                if not self.alive and not self.conns:
                    return
                to = {self.conns[i]: i for i, box in self.texts.items() if box}
            ready = select.select([self.bell], list(to), [])
            if ready[0]:
                with self.guard:
                    self.is_rung = False
                    self.bell.recv(100)
            for conn in ready[1]:
                with self.guard:
                    self.hand_over(to[conn], conn)

    def hand_over(self, id, conn):
        box = self.texts.get(id)
        if not box:
            return
        letter = box.popleft()
        while box and len(letter) < 32768:
            letter += box.popleft()
        try:
            sent = conn.send(letter, socket.MSG_DONTWAIT)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.strike(id)
            return
        self.sizes[id] -= sent
        if letter[sent:]:
            box.appendleft(letter[sent:])

    # ----- people go

    def see_out(self, me, conn):
        with self.guard:
            self.leaving |= {me}
        end = time.monotonic() + 0.5
        self.wait_for_empty_box(me, end)
        with self.guard:
            self.strike(me)
        self.shut(conn, socket.SHUT_WR)
        conn.settimeout(0.4)
        try:
            while time.monotonic() < end and conn.recv(65536):
                pass
        except OSError:
            pass
        with self.guard:
            self.leaving -= {me}
            # The postman closes it, who may just select it.
            self.parted.append(me)
            self.ring()

    def wait_for_empty_box(self, me, end):
        """Our own turn at sending: the last words do not need a postman."""
        while (left := end - time.monotonic()) > 0:
            conn = self.conns[me]
            with self.guard:
                if not self.texts.get(me):
                    return
            if select.select([], [conn], [], left)[1]:
                with self.guard:
                    self.hand_over(me, conn)

    def shut(self, conn, how):
        try:
            conn.shutdown(how)
        except OSError:
            pass

    def close(self):
        with self.guard:
            self.alive = False
        self.gong_rope.send(b"!")
        self.doorman.join()
        self.ear.close()
        with self.guard:
            for conn in self.conns.values():
                self.shut(conn, socket.SHUT_RD)
            rest = list(self.workers)
        for worker in rest:
            worker.join()
        with self.guard:
            self.ring()
        self.postman.join()
        for end in (self.bell, self.bell_rope, self.gong, self.gong_rope):
            end.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    try:
        chat = ChatServer(args.host, args.port)
    except OSError as error:
        sys.exit(f"Cannot listen: {error}")
    with chat:
        print("Listening on %s:%s" % chat.address, flush=True)
        try:
            while chat.alive:
                time.sleep(0.5)  # Ctrl-C ends it at once
        except KeyboardInterrupt:
            pass
