"""The starter's structure; each blank is filled in another way."""

import argparse
import itertools
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
QUEUE_LIMIT = 1000  # lines; when it is full, TCP slows the talkers down
GOODBYE_UNSAID = object()  # it left without a word
LINGER = 0.5  # seconds that a client gets to take its last words


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
    """One connection: its id, its socket, and what it has not taken yet."""

    def __init__(self, id: int, conn: socket.socket) -> None:
        self.id, self.conn = id, conn
        self.lock = threading.Lock()  # guards backlog, writing, writer
        self.backlog = bytearray()
        self.writing = False  # is a writer thread at work?
        self.writer: threading.Thread | None = None  # the newest one
        self.gone = False  # nothing more is to be sent; stays True
        # TCP would hold a short line back, to send it with the next one.
        conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def deliver(self, data: bytes) -> None:
        """Send the backlog, then `data`; never wait, never raise (P11).

        What does not fit now is left to a writer thread. A client whose
        connection broke, or that is too far behind, is dropped.
        """
        data = bytes(data)
        self.lock.acquire()
        try:
            if self.gone:
                return None
            self.backlog.extend(data)
            while self.backlog and not self.writing:
                taken = offer(self.conn, bytes(self.backlog[:32768]))
                if not taken:
                    self.start_writer()
                self.backlog = self.backlog[taken:]
            if len(self.backlog) > BACKLOG_LIMIT:
                raise BufferError
        except (OSError, BufferError):
            self.drop()
        finally:
            self.lock.release()

    def start_writer(self) -> None:
        """Start a writer thread; the caller holds self.lock.

        None works for a client that keeps up: with one for each client,
        always, every line would have to wake them all (notebook 05).
        """
        self.writing = True
        name = f"client-{self.id}-writer"
        self.writer = threading.Thread(target=self.writer_thread, name=name)
        self.writer.start()

    def writer_thread(self) -> None:
        """Send the backlog as the client takes it; end when there is none."""
        while True:
            with self.lock:
                if not self.backlog:
                    self.writing = False
                    break
                piece = bytes(self.backlog[:8192])
                self.backlog = self.backlog[len(piece) :]
            while piece:
                try:
                    piece = piece[self.conn.send(piece) :]
                except OSError:
                    with self.lock:
                        self.backlog.clear()
                        self.writing = False
                        self.drop()
                    return

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


class Roster:
    """Who is connected: the one shared table, with its lock.

    Each method is one whole step; under the lock nobody waits for anything.
    """

    def __init__(self) -> None:
        self.lock = threading.Lock()  # guards clients
        self.clients: dict[int, Client] = {}

    def join(self, client: Client) -> None:
        """Enter `client`: it hears what is said from now on."""
        with self.lock:
            # An own key: descriptors are used again, so the socket's is no id.
            client.in_roster = True
            self.clients[client.conn.fileno()] = client

    def leave(self, client: Client) -> None:
        """Strike `client` off, if it is there."""
        client.in_roster = False  # everyone_but sweeps

    def everyone_but(self, id: int | None) -> list[Client]:
        """Return who is here now but client `id` (None: all): a new list."""
        self.lock.acquire()
        for key, client in list(self.clients.items()):
            if not client.in_roster:
                del self.clients[key]
        here = list(self.clients.values())
        self.lock.release()
        return list(filter(lambda client: client.id != id, here))


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
        while True:
            try:
                conn, _ = self.listener.accept()
            except OSError:
                if self.stop_event.wait(0.05):
                    break
                continue
            self.welcome(conn)
            if self.stop_event.is_set():
                break

    def welcome(self, conn: socket.socket) -> None:
        """Give a connection its id, its greeting, its place, its thread."""
        id = self.ids.__next__()
        client = Client(id, conn)
        with client.lock:
            client.backlog[:] = b"Server: you have received id %d\n" % id
        self.roster.join(client)
        client.deliver(b"")
        self.threads[:] = filter(threading.Thread.is_alive, self.threads)
        self.threads.append(
            threading.Thread(
                None,
                self.client_thread,
                f"client-{id}",
                kwargs={"client": client},
            )
        )
        self.threads[-1].start()

    def client_thread(self, client: Client) -> None:
        """Put each line of `client` on msg_queue, until it has left.

        It leaves by `Bye!` (P9), by the end of the stream or a reset (P10),
        or with a line that is too long (P3).
        """
        lines = read_lines(client.conn)
        line = None
        while line != GOODBYE and not self.stop_event.is_set():
            try:
                line = next(lines, GOODBYE_UNSAID)
            except LineTooLong:
                client.deliver(b"Server: line too long\n")
                line = GOODBYE_UNSAID
            except OSError:
                line = GOODBYE_UNSAID
            if line is GOODBYE_UNSAID:
                break
            self.msg_queue.put((client.id, line))
        lines.close()
        self.roster.leave(client)
        client.hang_up()

    def sender_thread(self) -> None:
        """Deliver each line to everyone but its author, all in one order."""
        while True:
            batch = self.next_batch()
            if not batch:
                return
            # By author, each one's in order: one order for all as well.
            for author, line in sorted(batch, key=itemgetter(0)):
                data = encode_line(str(author) + ":" + line, RELAY_LIMIT)
                for client in self.roster.everyone_but(author):
                    client.deliver(data)

    def next_batch(self) -> list[tuple[int, str]]:
        """Wait for a line; return all that wait. None ends it: empty list.

        One send for a batch, not one for a line: so one sender suffices.
        """
        batch = [self.msg_queue.get()]
        with self.msg_queue.mutex:  # all at once: a get() for each is slow
            batch += self.msg_queue.queue
            self.msg_queue.queue.clear()
            self.msg_queue.not_full.notify_all()
        return [] if None in batch else batch

    def close(self) -> None:
        """End every connection and every thread, within 2 s (P12)."""
        self.stop_event.set()
        while self.accept.is_alive():
            self.wake()
            self.accept.join(0.2)
        self.listener.close()
        for client in self.roster.everyone_but(None):
            client.drop()
        end = time.monotonic() + 1.5
        while any(thread.is_alive() for thread in self.threads):
            if time.monotonic() > end:
                break
            time.sleep(0.02)  # looks at a state; no pause for luck
        self.msg_queue.put(None)
        self.sender.join()

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


def main() -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    try:
        server = ChatServer(args.host, args.port)
    except OSError as error:
        sys.exit(f"Cannot listen on port {args.port}: {error}")
    try:
        with server:
            print("Listening on {}:{}".format(*server.address), flush=True)
            # On Windows a wait without a timeout would not hear Ctrl-C.
            while not server.stop_event.wait(0.5):
                pass
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
