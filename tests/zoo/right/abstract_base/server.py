"""Abstract classes first, the real ones derived: deliver raises in a base."""

import argparse
import itertools
import logging
import queue
import select
import socket
import sys
import threading
import time
from collections import defaultdict
from operator import itemgetter

from framing import RELAY_LIMIT, LineTooLong, encode_line, read_lines

GOODBYE = "Bye!"
BACKLOG_LIMIT = 4 * 1024 * 1024  # bytes that a client may be behind (P11)
QUEUE_LIMIT = 500  # lines; when it is full, TCP slows the talkers down
LINGER = 0.5  # seconds that a client gets to take its last words

log = logging.getLogger(__name__)


def offer(conn: socket.socket, data: bytes) -> int:
    """Send what the system takes at once; return how many bytes it was.

    Never waits: 0 if nothing fits now. OSError if the connection broke.
    """
    if not hasattr(socket, "MSG_DONTWAIT"):  # Windows; not run there yet
        fits = select.select([], [conn], [], 0)[1]
        return conn.send(data[:2048]) if fits else 0
    try:
        return conn.send(data, socket.MSG_DONTWAIT)
    except BlockingIOError:
        return 0


class Client:
    """What a client must be able to do."""

    def deliver(self, data: bytes) -> None:
        """Take `data`; never wait."""
        raise NotImplementedError

    def writer_thread(self) -> None:
        """Send what waits."""
        raise NotImplementedError


class SocketClient(Client):
    """One connection: its id, its socket, and what it has not taken yet."""

    def __init__(self, id: int, conn: socket.socket) -> None:
        self.id, self.conn = id, conn
        self.lock = threading.Lock()  # guards the four below
        self.backlog = bytearray()
        self.writing = False  # is a writer thread at work?
        self.writer: threading.Thread | None = None  # the newest one
        self.gone = False  # nothing more is to be sent
        # TCP would hold a short line back, to send it with the next one.
        conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        log.info("client %d joined", id)

    def deliver(self, data: bytes) -> None:
        """Send the backlog, then `data`; never wait, never raise (P11).

        What does not fit now is left to a writer thread. A client whose
        connection broke, or that is too far behind, is dropped.
        """
        # Task 6, first half: about 12 lines, all under self.lock
        # 1 a client that is gone gets nothing; else data joins the backlog
        # 2 unless a writer is at work: offer it, cut off what was taken
        # 3 drop beyond the limit; start a writer for what is left
        with self.lock:
            if self.gone:
                return
            self.backlog += data
            try:
                if not self.writing:
                    del self.backlog[: offer(self.conn, self.backlog)]
                if len(self.backlog) > BACKLOG_LIMIT:
                    self.drop()
                elif self.backlog and not self.writing:
                    self.start_writer()
            except OSError:
                self.drop()

    def start_writer(self) -> None:
        """Start a writer thread; the caller holds self.lock."""
        self.writing = True
        name = f"client-{self.id}-writer"
        self.writer = threading.Thread(target=self.writer_thread, name=name)
        self.writer.start()

    def writer_thread(self) -> None:
        """Send the backlog as the client takes it; end when there is none."""
        # Task 6, second half: about 10 lines
        # 1 under the lock: cut off a chunk; no chunk, no more writing
        # 2 without the lock: send it, which may wait for long
        # 3 the connection broke: drop the client
        try:
            while True:
                with self.lock:
                    chunk = self.backlog[:65536]
                    del self.backlog[:65536]
                    self.writing = bool(chunk)
                if not chunk:
                    return
                self.conn.sendall(chunk)
        except OSError:
            self.drop()

    def drop(self) -> None:
        """Cut the connection, which wakes whoever waits for it."""
        self.gone = True
        try:
            self.conn.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # it was cut before

    def hang_up(self) -> None:
        """Let the last words arrive, say the end of the stream, close."""
        with self.lock:
            self.gone, writer = True, self.writer
        if writer:
            writer.join(LINGER)
        try:
            self.conn.shutdown(socket.SHUT_WR)
            # What is left unread turns a close into a reset: hear it out.
            self.conn.settimeout(LINGER)
            end = time.monotonic() + LINGER
            while self.conn.recv(65536) and time.monotonic() < end:
                pass
        except OSError:
            pass  # it is gone already, or says nothing
        self.conn.close()
        log.info("client %d left", self.id)


class Roster:
    """Who is connected: the one shared table, with its lock.

    Each method is one whole step; under the lock nobody waits for anything.
    """

    def __init__(self) -> None:
        self.lock = threading.Lock()  # guards clients
        self.clients: dict[int, Client] = {}

    def join(self, client: Client) -> None:
        """Enter `client`: it hears what is said from now on."""
        # Task 7, first part: about 2 lines
        # 1 under the lock: enter it by its id
        with self.lock:
            self.clients[client.id] = client

    def leave(self, client: Client) -> None:
        """Strike `client` off, if it is there."""
        # Task 7, second part: about 2 lines
        # 1 under the lock: strike it off; no error if it is not there
        with self.lock:
            self.clients.pop(client.id, None)

    def everyone_but(self, id: int | None) -> list[Client]:
        """Return who is here now but client `id` (None: all): a new list."""
        # Task 7, third part: about 3 lines
        # 1 under the lock: copy them; the caller walks the copy without it
        with self.lock:
            return [c for c in self.clients.values() if c.id != id]


class ChatServer:
    """Listens from the start; serves from `start()` to `close()`.

    Port 0 asks for any free one, `address` says which it is. OSError if it
    cannot listen there. In a `with`, it starts and closes by itself.
    """

    def __init__(self, host: str = "127.0.0.1", port: int = 14900) -> None:
        self.listener = socket.create_server((host, port), backlog=1024)
        self.address: tuple[str, int] = self.listener.getsockname()[:2]
        self.ids = itertools.count()
        self.roster = Roster()
        self.msg_queue: queue.Queue = queue.Queue(QUEUE_LIMIT)  # (id, line)
        self.stop_event = threading.Event()
        self.threads: list[threading.Thread] = []  # the accept thread's own
        self.accept = threading.Thread(target=self.accept_thread)
        self.sender = threading.Thread(target=self.sender_thread)
        self.accept.name, self.sender.name = "accept", "sender"

    def start(self) -> "ChatServer":
        """Start the sender thread and the accept thread; return at once."""
        self.sender.start()
        self.accept.start()
        return self

    __enter__ = start

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def accept_thread(self) -> None:
        """Welcome one connection after another, until stop_event is set."""
        # Task 4, first half: about 6 lines
        # 1 while nobody has asked to stop: accept, and welcome
        # 2 an OSError (no descriptor is free): try again, 0.1 s later
        while not self.stop_event.is_set():
            try:
                self.welcome(self.listener.accept()[0])
            except OSError:
                self.stop_event.wait(0.1)

    def welcome(self, conn: socket.socket) -> None:
        """Give a connection its id, its greeting, its place, its thread."""
        # Task 4, second half: about 8 lines
        # 1 the next id; the greeting (P6) waits as the first of its backlog
        # 2 it joins the roster; deliver(b"") then sends the greeting
        # 3 a thread of its own, client-N, kept beside those still alive
        client = SocketClient(next(self.ids), conn)
        greeting = f"Server: you have received id {client.id}"
        client.backlog += encode_line(greeting)
        self.roster.join(client)
        client.deliver(b"")
        thread = threading.Thread(target=self.client_thread, args=[client])
        thread.name = f"client-{client.id}"
        thread.start()
        self.threads = [t for t in self.threads if t.is_alive()] + [thread]

    def client_thread(self, client: Client) -> None:
        """Put each line of `client` on msg_queue, until it has left.

        It leaves by `Bye!` (P9), by the end of the stream or a reset (P10),
        or with a line that is too long (P3).
        """
        # Task 5: about 12 lines
        # 1 put (id, line) on msg_queue for each; the goodbye is the last,
        #   and so is any line once stop_event is set
        # 2 LineTooLong: tell the client "Server: line too long"
        # 3 OSError: the connection broke, and that is no error here
        # 4 whatever happened: it leaves the roster, then hangs up
        try:
            for line in read_lines(client.conn):
                self.msg_queue.put((client.id, line))
                if line == GOODBYE or self.stop_event.is_set():
                    break
        except LineTooLong:
            client.deliver(encode_line("Server: line too long"))
        except OSError:
            pass
        finally:
            self.roster.leave(client)
            client.hang_up()

    def sender_thread(self) -> None:
        """Deliver each line to everyone but its author, all in one order."""
        # Task 8: about 9 lines
        # 1 batch after batch, until one is empty
        # 2 neighbours of one author: encode as "id:text" (RELAY_LIMIT)
        # 3 note them for everyone but the author
        # 4 deliver to each client, in one go, what was noted for it
        while batch := self.next_batch():
            outgoing = defaultdict(list)  # client: the lines it is to hear
            for id, group in itertools.groupby(batch, itemgetter(0)):
                texts = [f"{id}:{text}" for _, text in group]
                lines = [encode_line(text, RELAY_LIMIT) for text in texts]
                for client in self.roster.everyone_but(id):
                    outgoing[client] += lines
            for client, lines in outgoing.items():
                client.deliver(b"".join(lines))

    def next_batch(self) -> list[tuple[int, str]]:
        """Wait for a line; return all that wait. None ends it: empty list.

        One send for a batch, not one for a line: so one sender suffices.
        """
        batch = [self.msg_queue.get()]
        while len(batch) < QUEUE_LIMIT and not self.msg_queue.empty():
            batch.append(self.msg_queue.get())
        return [] if None in batch else batch

    def close(self) -> None:
        """End every connection and every thread, within 2 s (P12)."""
        # Task 9: about 11 lines
        # 1 set stop_event; connect to ourselves (wake) so that accept
        #   returns; when the accept thread has ended, nobody is new
        # 2 drop everyone, which wakes the client threads; join those,
        #   2 s at most in all; where a drop wakes nobody, a close does
        # 3 None ends the sender thread: join it, then close the listener
        self.stop_event.set()
        self.wake()
        self.accept.join()
        clients = self.roster.everyone_but(None)
        for client in clients:
            client.drop()
        join_all(self.threads)
        for client in clients:
            client.conn.close()
        self.msg_queue.put(None)
        self.sender.join()
        self.listener.close()

    def wake(self) -> None:
        """Let accept return: closing wakes nobody on Linux, nor does
        shutdown on Windows and macOS, but one more connection does."""
        ip = self.address[0].replace("0.0.0.0", "127.0.0.1")
        try:
            socket.create_connection((ip, self.address[1]), timeout=1).close()
        except OSError:
            pass  # nobody listens any more


def join_all(threads: list[threading.Thread], seconds: float = 1.5) -> None:
    """Wait for the end of all `threads`, `seconds` at most in all."""
    end = time.monotonic() + seconds
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))


def main() -> int:
    """Serve until Ctrl-C; return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO if args.verbose else None)
    try:
        with ChatServer(args.host, args.port) as server:
            print("Listening on {}:{}".format(*server.address), flush=True)
            # On Windows a wait without a timeout would not hear Ctrl-C.
            while not server.stop_event.wait(0.5):
                pass
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        print(f"Cannot listen on port {args.port}: {error}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
