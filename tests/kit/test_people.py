"""The people: what they send is cut on the wire where they say."""

import contextlib
import functools
import re
import selectors
import socket
import threading

import pytest

import harness.patience
import harness.people
from harness.complaint import Complaint, Kind
from harness.patience import Patience
from harness.people import Person


class Recorder:
    """Passes connections on to another, and keeps what each recv brought.

    One thread for all: what somebody sent is in its list before anybody can
    hear what was sent later.
    """

    def __init__(self, target: tuple[str, int]) -> None:
        self.target = target
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = self.listener.getsockname()
        self.pieces: list[list[bytes]] = []
        self.selector = selectors.DefaultSelector()
        self.selector.register(
            self.listener, selectors.EVENT_READ, self.accept
        )
        self.over = False
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self) -> None:
        while not self.over:
            for key, _ in self.selector.select(0.1):
                key.data()

    def accept(self) -> None:
        conn, _ = self.listener.accept()
        there = socket.create_connection(self.target)
        self.pieces.append([])
        for one, other, kept in (
            (conn, there, self.pieces[-1]),
            (there, conn, []),
        ):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            pass_on = functools.partial(self.pass_on, one, other, kept)
            self.selector.register(one, selectors.EVENT_READ, pass_on)

    def pass_on(self, one, other, kept) -> None:
        with contextlib.suppress(OSError):  # it is over
            if data := one.recv(65536):
                kept.append(data)
                other.sendall(data)
                return
        self.selector.unregister(one)

    def close(self) -> None:
        self.over = True
        self.thread.join()
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()
        self.selector.close()


@pytest.fixture
def chat_server():
    """The solution's server, in this process."""
    import importlib.util
    import sys
    from pathlib import Path

    folder = Path(__file__).resolve().parents[2] / "solution"
    sys.path.insert(0, str(folder))
    try:
        spec = importlib.util.spec_from_file_location(
            "kit_server", folder / "server.py"
        )
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(folder))
    with module.ChatServer("127.0.0.1", 0) as server:
        yield server


@pytest.fixture
def people(chat_server, record, words):
    """Three people who have joined through a recorder, and the recorder."""
    recorder = Recorder(chat_server.address)
    names = ("alice", "bob", "carol")
    people = [
        Person(n, record, words).connect(recorder.address).hears_greeting()
        for n in names
    ]
    yield (*people, recorder)
    for person in people:
        person.close_quietly()
    recorder.close()


def test_a_cut_behind_a_line_is_a_cut_on_the_wire(people):
    """What follows once others heard the line comes in a piece of its own."""
    alice, bob, _, recorder = people
    alice.sends("eins\nжж".encode()[:-1])
    bob.hears("0:eins")
    alice.sends("ж".encode()[-1:] + b"\n")
    bob.hears("0:жж")
    assert recorder.pieces[0] == ["eins\nжж".encode()[:-1], b"\xb6\n"]


def test_dripping_is_byte_by_byte_on_the_wire(people):
    """Each byte comes alone; only the newline may join the last one."""
    alice, bob, carol, recorder = people
    alice.drips(b"hello\n", carol, bob)
    bob.hears("0:hello")
    assert len(recorder.pieces[0]) >= 5


def test_glued_lines_go_out_in_one_send(people):
    """Lines said in one go arrive in one piece."""
    alice, bob, _, recorder = people
    bob_hears = alice.says_all(["one", "two", "three"])
    bob.hears_all([f"0:{text}" for text in bob_hears])
    assert recorder.pieces[0] == [b"one\ntwo\nthree\n"]


@pytest.fixture
def pair(record, words):
    """A person, and the other end of the person's connection."""
    listener = socket.create_server(("127.0.0.1", 0))
    person = Person("alice", record, words).connect(listener.getsockname())
    conn, _ = listener.accept()
    yield person, conn
    person.close_quietly()
    conn.close()
    listener.close()


def complaint_of(function, *args) -> Complaint:
    with pytest.raises(Complaint) as caught:
        function(*args)
    return caught.value


def test_hears_another_line(pair):
    """A wrong line is a complaint with both lines."""
    alice, conn = pair
    conn.sendall(b"0:yes\n")
    complaint = complaint_of(alice.hears, "0:no")
    assert complaint.kind is Kind.WRONG
    assert (complaint.want, complaint.have) == (b"0:no\n", b"0:yes\n")


def test_hears_the_end_instead(pair):
    """The end of the stream, and a reset, are told apart."""
    alice, conn = pair
    conn.close()
    assert complaint_of(alice.hears, "0:no").kind is Kind.ENDED


def test_vanishing_is_a_reset(pair):
    """Who vanishes resets the connection."""
    alice, conn = pair
    alice.vanishes()
    with pytest.raises(ConnectionResetError):
        conn.recv(1)


def test_a_person_can_take_a_windows_line(pair):
    r"""\r\n is accepted from either side."""
    alice, conn = pair
    conn.sendall(b"Server: you have received id 7\r\n")
    alice.hears_greeting()
    assert alice.id == 7


def test_a_greeting_must_be_one(pair):
    """What looks like a greeting, and is none, is refused."""
    alice, conn = pair
    conn.sendall(b"Server: you have received id seven\n")
    assert complaint_of(alice.hears_greeting).kind is Kind.WRONG


def test_silence_must_be_the_end(pair):
    """An end is not heard while something else comes."""
    alice, conn = pair
    conn.sendall(b"0:more\n")
    conn.close()
    assert complaint_of(alice.hears_the_end).kind is Kind.WRONG


def test_slow_is_not_silent(pair, monkeypatch):
    """What comes after its time is told as slow, with the seconds."""
    alice, conn = pair
    monkeypatch.setattr(harness.people, "patience", impatient := Patience())
    impatient.factor = 0.1  # 0.3 s
    in_vain = threading.Event()
    monkeypatch.setattr(impatient, "exhausted", in_vain.set)
    monkeypatch.setattr(harness.patience, "OVERDUE", 300.0)

    def late() -> None:
        in_vain.wait()
        conn.sendall(b"0:hello\n")

    threading.Thread(target=late, daemon=True).start()
    complaint = complaint_of(alice.hears, "0:hello")
    assert complaint.kind is Kind.SLOW
    assert re.fullmatch(
        r"it came after \d+\.\d s, and 0\.3 s are allowed", complaint.got
    )


def test_silence_is_not_slow(pair, monkeypatch):
    """What does not come at all is silence, and is waited for once more."""
    alice, _ = pair
    monkeypatch.setattr(harness.people, "patience", impatient := Patience())
    impatient.factor = 0.1
    for _ in range(3):
        assert complaint_of(alice.hears, "0:hello").kind is Kind.SILENCE
        assert impatient.hopes == 0


def test_lines_are_not_the_end(pair, monkeypatch):
    """Who still talks when the end is due has not ended too late."""
    alice, conn = pair
    monkeypatch.setattr(harness.people, "patience", impatient := Patience())
    impatient.factor = 0.1
    monkeypatch.setattr(harness.patience, "OVERDUE", 1.0)
    talker = Person("bob", alice.record, alice.words)
    talker.conn = conn
    talker.murmurs("0:hello")
    complaint = complaint_of(lambda: alice.hears_the_end(skip=True))
    assert complaint.kind is Kind.SILENCE
    assert complaint.got.startswith('only b"0:hello')


@pytest.mark.parametrize("data", [b"1:Bye!\n", b"0:a\n12:Bye!\r\n0:b\n"])
def test_a_goodbye_that_nobody_said(pair, data):
    """It is found among the lines before the end."""
    alice, conn = pair
    conn.sendall(data)
    conn.close()
    alice.hears_the_end(skip=True)
    assert complaint_of(alice.has_heard_no_goodbye).kind is Kind.WRONG


def test_no_goodbye(pair):
    """Other lines before the end are none."""
    alice, conn = pair
    conn.sendall(b"0:Bye! now\nServer: Bye!\n:Bye!\n")
    conn.close()
    alice.hears_the_end(skip=True)
    alice.has_heard_no_goodbye()


def test_a_task_that_is_over_is_not_slow(monkeypatch):
    """Who is cut short by the end of the task's time is told of that."""
    monkeypatch.setattr(harness.patience, "TASK", 0.05)
    patience = Patience()
    patience.factor = 1.0
    patience.begin(8)
    assert patience.overdue(lambda seconds: True, 3.0) == ""
    assert patience.spent()


@pytest.mark.parametrize("factor", [1.0, 3.0])
def test_late_answers_use_up_the_time(monkeypatch, factor):
    """Who is late each time, though never too late, keeps nobody long; but
    a machine that has become slow meanwhile is no fault of theirs."""
    patience = Patience()
    patience.factor = 1.0
    monkeypatch.setattr(
        patience, "calibrate", lambda: setattr(patience, "factor", factor)
    )
    patience.begin(8)
    for _ in range(1000):
        patience.took(1.4)
    for _ in range(2):
        patience.took(2.4)
        assert not patience.spent()
    patience.took(2.4)
    assert patience.spent() == (factor == 1.0)
    patience.begin(9)
    assert not patience.spent()
