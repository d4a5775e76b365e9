"""Calls functions of the submission, and reports what came back as JSON.

Runs in the child. A value goes back with the name of its exact type, so that
nothing of the student's is ever asked whether it equals something.
"""

import contextlib
import itertools
import socket
import sys
import threading
import time
import types

MOST_TEXT, LONGEST_NAME = 300, 100  # characters that are passed on
COMPANY = 4  # people who have joined before somebody is a newcomer
LEAVER = 2  # the id of somebody who leaves in between
FIRST = 3  # people who are waited for until they are off the roster
LONG = 50  # bytes; a line with one word has less
SMALL_BACKLOG = 160_000  # bytes
LATE = 100_000  # the first id after many others have come, and gone
DEEPEST = 8  # how deep lists in lists are looked into


def name_of(kind: type) -> str:
    """Return the name of a type, whatever its metaclass says."""
    return type.__dict__["__name__"].__get__(kind)[:LONGEST_NAME]


def text_of(error: BaseException) -> str:
    """Return the text of an exception, "" if it cannot tell."""
    try:
        return str(error)[:MOST_TEXT]
    except Exception:
        return ""


def plain(value: object, depth: int = 0) -> dict:
    """Return a value as JSON can hold it, with its type's name.

    What is of no type that is compared has no data, whatever its name is.
    """
    kind = type(value)
    if kind is str:
        data = value.encode("utf-8", "surrogatepass").hex()
    elif kind is bytes or kind is bytearray:
        data = bytes(value).hex()
    elif (kind is list or kind is tuple) and depth < DEEPEST:
        data = [plain(item, depth + 1) for item in value]
    else:
        data = repr(value)[:200] if kind in (int, float, bool) else None
    return {"type": name_of(kind), "data": data}


def outcome(function, *args: object) -> dict:
    """Return what a call came to: a value, or an exception."""
    try:
        return {"value": plain(function(*args))}
    except Exception as error:
        return raised(error)


def raised(error: Exception) -> dict:
    """Return what there is to know of an exception."""
    trace, places = error.__traceback__, []
    while trace is not None:
        places.append((trace.tb_frame.f_code, trace.tb_lineno))
        trace = trace.tb_next
    bases = [name_of(base) for base in type(error).__mro__]
    try:
        lines = plain(getattr(error, "lines", None))
    except Exception:
        lines = plain(None)
    return {
        "raised": bases,
        "text": text_of(error),
        "lines": lines,
        "places": places,
    }


class Calls:
    """What the grader may ask for, one method each."""

    stretch = 1.0  # by which the grader stretches its own deadlines

    def __init__(self, has_our_parts: bool) -> None:
        import framing

        self.framing = framing
        self.has_our_parts = has_our_parts  # the starter's, blanks filled

    def encode(self, text: str, *limit: int):
        """encode_line(text[, limit])."""
        yield outcome(self.framing.encode_line, text, *limit)

    def feed(self, *feeds: list, limit: int | None = None):
        """One LineBuffer for each name in `feeds`: [[name, hex], …]."""
        buffers, given = {}, []

        def feed(name: str, data: str) -> object:
            given.append(buffers[name].feed(bytes.fromhex(data)))
            return given[-1]

        for name, data in feeds:
            if name not in buffers:
                args = () if limit is None else (limit,)
                buffers[name] = self.framing.LineBuffer(*args)
            result = outcome(feed, name, data)
            yield result
            if "raised" in result:
                return
        yield {"value": plain(given)}  # as it is now

    def flood(self, size: int, times: int):
        """Feed `times` chunks of `size` bytes without a newline."""
        buffer = self.framing.LineBuffer()
        for fed in range(1, times + 1):
            result = outcome(buffer.feed, b"x" * size)
            if "raised" in result:
                yield {**result, "fed": fed}
                return
        yield {"fed": times}

    def lines(self, port: int, **limit: int):
        """Iterate read_lines over a connection to `port`."""
        with socket.create_connection(("127.0.0.1", port)) as conn:
            try:
                for line in self.framing.read_lines(conn, **limit):
                    yield {"value": plain(line)}
            except Exception as error:
                yield raised(error)
            else:
                yield {"end": True}
            yield {"value": plain(self.state_of(conn))}

    def state_of(self, conn: socket.socket) -> str:
        """Return how read_lines has left a connection: "open" is right.

        A timeout is a matter of those alone who also send in their own way.
        """
        if conn.fileno() < 0:
            return "closed"
        if self.has_our_parts and conn.gettimeout() is not None:
            return "with a timeout"
        return "open"

    def server(
        self,
        slow: str = "",
        people: int | None = None,
        threads: int | None = None,
        host: str = "127.0.0.1",
        stretch: float = 1.0,
    ):
        """Start a ChatServer in a `with`; leave it when told; list threads.

        `slow`: what is to happen, or to be slow, in it (see `SPECIAL`). With
        `people`: first wait until no more are on the roster. With `threads`:
        say how many it has started. All that only where the parts are those
        of the starter: no rule asks for them.
        """
        import server

        Calls.stretch = stretch
        before = set(threading.enumerate())
        chat = server.ChatServer(host, 0)
        started = count_starts() if self.has_our_parts else []
        if self.has_our_parts:
            SPECIAL[slow](server, chat)
        with chat:
            yield {"address": list(chat.address)}
            # Each next request says that it is time to go on.
            if people is not None:
                if self.has_our_parts:
                    people = count_roster(chat, people)
                yield {"value": plain(people)}
            if threads is not None:
                if self.has_our_parts:
                    threads = len(started)
                yield {"value": plain(threads)}
            if slow in ("wake", "alone"):
                wait_for_accept(chat)
            if slow == "full" and self.has_our_parts:
                wait_for(lambda: chat.is_full)
        left = [t.name for t in threading.enumerate() if t not in before]
        yield {"left": [name[:LONGEST_NAME] for name in left]}


def count_roster(chat: object, people: int) -> int:
    """Return how many are on the roster, as soon as they are no more than
    `people`, or after a second."""

    def count() -> int:
        return len([*chat.roster.everyone_but(None)])

    wait_for(lambda: count() <= people, pause=0.01)
    return count()


def wait_for(state, seconds: float = 0.0, pause: float = 0.001) -> None:
    """Wait until a state is reached, or for so long; 0: for a second, or
    more on a slow machine."""
    end = time.monotonic() + (seconds or Calls.stretch)
    while not state() and time.monotonic() < end:
        time.sleep(pause)


def count_starts() -> list[str]:
    """Return a list that grows by a name with each thread that starts."""
    started, start = [], threading.Thread.start

    def counted(self) -> None:
        started.append(self.name)
        start(self)

    threading.Thread.start = counted
    return started


def wait_for_accept(chat: object) -> None:
    """Wait until the accept thread waits for the next connection, or for a
    second: then it takes that one, whatever is set meanwhile."""

    def waits() -> bool:
        thread = getattr(chat, "accept", None)
        frame = sys._current_frames().get(getattr(thread, "ident", None))
        return frame is None or frame.f_code.co_name == "accept"

    wait_for(waits)


def wake_slowly(_, chat: object) -> None:
    """Let one more come just before the accept thread is woken, and give
    that one time when it is: who is quicker must not make a difference."""
    accept, wake = getattr(chat, "accept", None), getattr(chat, "wake", None)
    if isinstance(accept, threading.Thread) and callable(wake):

        def wake_and_wait() -> None:
            with contextlib.suppress(OSError):  # nobody listens any more
                chat.late = socket.create_connection(chat.address)
            wake()
            accept.join(0.3)

        chat.wake = wake_and_wait


def wake_alone(_, chat: object) -> None:
    """Let who woke the accept thread be off the roster before anything
    else: when nobody is there, really nobody must be there."""
    wake = chat.wake

    def wake_and_wait() -> None:
        wake()
        chat.accept.join(0.3)
        count_roster(chat, 0)

    chat.wake = wake_and_wait


def end_slowly(server: types.ModuleType, chat: object) -> None:
    """Let the threads that are to end take a moment more: whoever does not
    wait for them must not be lucky."""
    client = getattr(server, "Client", None)
    for owner, name, seconds in (  # who is joined first takes longest
        (chat, "welcome", 0.12),
        (client, "hang_up", 0.06),
        (chat, "next_batch", 0.02),
    ):
        if function := getattr(owner, name, None):
            setattr(owner, name, slowly(function, chat, seconds))


def send_slowly(_, chat: object) -> None:
    """Let the sender thread be slow: then client threads wait for room on
    the queue, and there is more to come when the server is to stop."""
    if next_batch := getattr(chat, "next_batch", None):
        chat.next_batch = slowly(next_batch, chat, 0.03, always=True)


class Batches:
    """Counts the batches that the sender thread asks for, and gets. When it
    asks for the next one, the one before has been delivered."""

    def __init__(self, chat: object) -> None:
        self.asked = self.got = 0
        self.next_batch, chat.next_batch = chat.next_batch, self

    def __call__(self) -> list:
        self.asked += 1
        batch = self.next_batch()
        self.got += 1
        return batch


def stop_when_full(server: types.ModuleType, chat: object) -> None:
    """Let the sender thread wait with its batch until the queue is full, and
    then until the server is to stop: so client threads wait for room, and
    there are lines behind that batch."""
    linger_briefly(server, chat)
    next_batch, chat.is_full = chat.next_batch, False

    def next_batch_of_many() -> list:
        batch = next_batch()
        wait_for(lambda: chat.msg_queue.full() or chat.stop_event.is_set())
        if chat.msg_queue.full():
            chat.is_full = True
            chat.stop_event.wait(Calls.stretch)
        return batch

    chat.next_batch = next_batch_of_many


def join_slowly(_, chat: object) -> None:
    """Let others speak just before a newcomer joins the roster, and just
    after: whether they do must not make a difference."""
    batches, join = Batches(chat), chat.roster.join

    def let_others_speak() -> None:
        """Wait until a batch that comes from now on has been delivered."""
        due = batches.got + 1
        wait_for(lambda: batches.asked > due)

    def join_in_between(client: object) -> None:
        is_newcomer = len([*chat.roster.everyone_but(None)]) >= COMPANY
        if is_newcomer:
            let_others_speak()
        join(client)
        if is_newcomer:
            let_others_speak()

    chat.roster.join = join_in_between


def join_at_rest(_, chat: object) -> None:
    """Let a newcomer who is not the first join only when something has been
    said and delivered: to that it has no claim."""
    batches, join = Batches(chat), chat.roster.join

    def join_later(client: object) -> None:
        if [*chat.roster.everyone_but(None)]:
            wait_for(lambda: batches.asked > batches.got > 0)
        join(client)

    chat.roster.join = join_later


def leave_slowly(server: types.ModuleType, chat: object) -> None:
    """Let a line be delivered to each who has gone, before it leaves the
    roster: whether one is must not make a difference. Nor must it, which of
    two errors the system raises then."""
    server.offer = reset_once(server.offer)
    batches, leave = Batches(chat), chat.roster.leave

    def leave_after_a_line(client: object) -> None:
        before = batches.asked
        wait_for(lambda: batches.asked > before)
        leave(client)

    chat.roster.leave = leave_after_a_line


def leave_at_once(server: types.ModuleType, chat: object) -> None:
    """Let the first who are dropped at the end be off the roster before the
    next one is: whether they are must not make a difference."""
    leave, drop, gone = chat.roster.leave, server.Client.drop, []

    def leave_and_tell(client: object) -> None:
        leave(client)
        gone.append(id(client))

    def drop_and_wait(client: object) -> None:
        drop(client)
        if chat.stop_event.is_set() and len(gone) < FIRST:
            wait_for(lambda: id(client) in gone, 0.2)

    chat.roster.leave, server.Client.drop = leave_and_tell, drop_and_wait


def reset_once(offer):
    """Return `offer`, whose first broken pipe is a reset instead."""
    was_reset = False

    def wrapper(*args) -> int:
        nonlocal was_reset
        try:
            return offer(*args)
        except BrokenPipeError:
            if was_reset:
                raise
            was_reset = True
            raise ConnectionResetError("Connection reset by peer") from None

    return wrapper


def take_less(server: types.ModuleType, chat: object) -> None:
    """Let a connection take less than it is offered, half of it or (if it
    is short) all but one byte; and the rest with a pause in the middle, in
    which more is delivered: where a line is cut must not matter."""
    offer, deliver = server.offer, server.Client.deliver
    sendall = socket.socket.sendall
    delivered, in_pause = 0, False
    chat.next_batch = line_by_line(chat.next_batch)

    def offer_less(conn: socket.socket, data: bytes) -> int:
        size = len(data)
        most = size - 1 if size < LONG else size // 2
        return offer(conn, data[:most] or data)

    def deliver_in_pause(client: object, data: bytes) -> None:
        nonlocal delivered
        wait_for(lambda: in_pause or not client.writing, 0.05)
        deliver(client, data)
        delivered += 1

    def send_halves(conn: socket.socket, data: bytes, *flags: int) -> None:
        nonlocal in_pause
        half = len(data) // 2
        if sys._getframe(1).f_code.co_name == "writer_thread" and half:
            sendall(conn, data[:half], *flags)
            in_pause, before = True, delivered
            wait_for(lambda: delivered > before, 0.02)
            in_pause = False
            data = data[half:]
        sendall(conn, data, *flags)

    server.offer, server.Client.deliver = offer_less, deliver_in_pause
    socket.socket.sendall = send_halves


def walk_slowly(server: types.ModuleType, chat: object) -> None:
    """Let somebody leave just when the sender thread walks the roster: under
    its lock nobody can."""
    walks = ("everyone_but", "<listcomp>", "<genexpr>", "<dictcomp>")
    newest, has_left = None, False

    def keep(client: object, id: int) -> None:
        nonlocal newest
        client._id, newest = id, client

    def ask(client: object) -> int:
        nonlocal has_left
        in_walk = sys._getframe(1).f_code.co_name in walks
        is_sender = threading.current_thread() is chat.sender
        if in_walk and is_sender and newest._id == LEAVER and not has_left:
            has_left = True
            args = (newest,)
            thread = threading.Thread(target=chat.roster.leave, args=args)
            thread.start()
            thread.join(0.02)
        return client._id

    server.Client.id = property(ask, keep)


def leave_in_between(_, chat: object) -> None:
    """Let the newest of three leave the roster just when the sender thread
    has asked who is there: whether one does must not make a difference."""
    everyone_but, leave = chat.roster.everyone_but, chat.roster.leave

    def leave_then(id: int | None) -> list:
        clients = everyone_but(id)
        newest = max(clients, key=lambda client: client.id, default=None)
        if threading.current_thread() is chat.sender and newest:
            if newest.id == LEAVER:
                leave(newest)
        return clients

    chat.roster.everyone_but = leave_then


def deliver_slowly(server: types.ModuleType, chat: object) -> None:
    """Let each second delivery to somebody wait for the next one: if that is
    made in another thread it comes first, and else soon not at all. Each
    line is a batch of its own, so there is always a next one."""
    deliver = server.Client.deliver
    chat.next_batch = line_by_line(chat.next_batch)

    def deliver_late(client: object, data: bytes) -> None:
        client.calls = getattr(client, "calls", 0) + 1
        done = getattr(client, "done", 0)
        if client.calls % 2 == 0:
            wait_for(lambda: client.done > done, 0.02)
        deliver(client, data)
        client.done = done + 1

    server.Client.deliver = deliver_late


def line_by_line(next_batch):
    """Return `next_batch`, so that each line is a batch of its own."""
    waiting = []

    def next_line() -> list:
        waiting.extend([] if waiting else next_batch())
        return [waiting.pop(0)] if waiting else []

    return next_line


def linger_long(server: types.ModuleType, _) -> None:
    """Give all time for their last words: how much must not decide."""
    server.LINGER = 5.0


def linger_briefly(server: types.ModuleType, _) -> None:
    """Give hardly any time for last words, where nobody wants to hear them."""
    server.LINGER = 0.05


def bound_closely(server: types.ModuleType, _) -> None:
    """Let the bound of a backlog be so small that it is soon reached."""
    server.BACKLOG_LIMIT = SMALL_BACKLOG


def begin_late(_, chat: object) -> None:
    """Let many others have come before, and gone."""
    chat.ids = itertools.count(LATE)


def say_slowly(server: types.ModuleType, _) -> None:
    """Let a line come just before a writer thread says that it is over,
    where under the lock none can come; and one just before it has ended."""
    owner = server.Client
    deliver, write, delivered = owner.deliver, owner.writer_thread, 0

    def count_lines(client: object, data: bytes) -> None:
        nonlocal delivered
        deliver(client, data)
        delivered += 1

    def wait_for_a_line() -> None:
        before = delivered
        wait_for(lambda: delivered > before, 0.05)

    def say(client: object, is_writing: bool) -> None:
        if getattr(client, "_writing", False) and not is_writing:
            wait_for_a_line()
        client._writing = is_writing

    def end_late(client: object) -> None:
        write(client)
        wait_for_a_line()

    owner.deliver, owner.writer_thread = count_lines, end_late
    owner.writing = property(lambda self: self._writing, say)


def slowly(function, chat: object, seconds: float, always: bool = False):
    """Return `function`, which pauses before it returns: `always`, or once
    chat stops."""

    def wrapper(*args):
        result = function(*args)
        if always or chat.stop_event.is_set():
            time.sleep(seconds)
        return result

    return wrapper


SPECIAL = {
    "": lambda *_: None,
    "wake": wake_slowly,
    "alone": wake_alone,
    "end": end_slowly,
    "join": join_slowly,
    "rest": join_at_rest,
    "leave": leave_slowly,
    "gone": leave_at_once,
    "writing": say_slowly,
    "sender": send_slowly,
    "full": stop_when_full,
    "left": leave_in_between,
    "deliver": deliver_slowly,
    "last words": linger_long,
    "brief": linger_briefly,
    "bound": bound_closely,
    "ids": begin_late,
    "less": take_less,
    "walk": walk_slowly,
}


def answer_calls(grader, has_our_parts: bool) -> None:
    """Answer the grader's calls until it hangs up."""
    calls = Calls(has_our_parts)
    grader.report(kind="ready")
    waiting = None
    while (request := grader.calls.get()) is not None:
        if request["do"] == "next":
            step(grader, waiting)
            continue
        method = getattr(calls, request["do"])
        waiting = method(*request["args"], **request["options"])
        if request["stepwise"]:
            step(grader, waiting)
        else:
            for result in waiting:
                report(grader, result)


def step(grader, waiting) -> None:
    """Report the next result of a call that goes on in steps."""
    report(grader, next(waiting))


def report(grader, result: dict) -> None:
    """Report one result, with places that the student can find."""
    if "places" in result:
        result["places"] = [
            grader.place(code, line)
            for code, line in result["places"]
            if code.co_filename.startswith(grader.folder)
        ][-4:]
    grader.report(kind="result", **result)
