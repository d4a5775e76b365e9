"""Task 6: deliver without waiting (notebook 05b)."""

import pytest

from harness.grading import graded

SIZE = 4000  # bytes of a line
BEHIND = 3  # lines; more than a connection takes unread
READERS, ROUNDS = 4, 20
MANY, BUSY = 17, 24  # lines; rounds: far more than the smallest bound


@graded(6, "P11", points=2)
def test_nobody_waits_for_a_staller(narrow_chat, words):
    """Somebody who does not read delays nobody else."""
    alice, bob = narrow_chat.join("alice", "bob")
    narrow_chat.staller("eve")
    for _ in range(narrow_chat.plenty // SIZE // 10):
        said = alice.says_all([words.text(SIZE)] * 10)
        bob.hears_all([f"{alice.id}:{text}" for text in said])
    narrow_chat.is_idle()


@graded(6, "P11", points=1)
def test_no_thread_for_who_keeps_up(chat, functions, words):
    """Who takes each line at once needs no writer thread."""
    chat.known_address = functions.opens_server(threads=4)
    alice, bob = chat.join("alice", "bob")
    for _ in range(20):  # who is heard has a client thread
        bob.hears(f"{alice.id}:{alice.says(words.word())}")
        alice.hears(f"{bob.id}:{bob.says(words.word())}")
    functions.has_started(threads=4)  # accept, sender, one for each client


@graded(6, "P11", "P6", points=2)
@pytest.mark.usefixtures("impatient")
def test_newcomers_beside_a_staller(narrow_chat, words):
    """While somebody does not read, newcomers still get in and are heard."""
    alice, bob = narrow_chat.join("alice", "bob")
    eve = narrow_chat.staller("eve")
    for name in ("carol", "dave", "erin"):
        many = narrow_chat.plenty // SIZE // 3
        said = alice.says_all([words.text(SIZE)] * many)
        bob.hears_all([f"{alice.id}:{text}" for text in said])
        alice.hears_at_last(f"{eve.id}:{eve.says(words.word())}")
        bob.hears_lines(1)
        newcomer = narrow_chat.joins(name)
        newcomer.hears_at_last(f"{bob.id}:{bob.says(words.word())}")
        alice.hears_at_last(f"{bob.id}:{bob.says(words.word())}")


@graded(6, "P7", "P8", "P11", points=3)
@pytest.mark.usefixtures("narrow", "impatient")
def test_late_readers_get_everything(busy_chat, functions, words):
    """Somebody who reads late gets each line, in order, and the next ones."""
    (alice,) = busy_chat.join("alice")
    late = [busy_chat.staller(f"reader{n}") for n in range(READERS)]
    long = words.text(SIZE - 8)
    for turn in range(ROUNDS):
        said = alice.says_all([f"{turn} {n}\0{long}" for n in range(BEHIND)])
        when = words.size(0, len(late) - 1)  # they catch up, alice goes on
        for n, reader in enumerate(late):
            if n == when:
                said.append(alice.says(words.word()))
            reader.hears(f"{alice.id}:{said[0]}")
        for reader in late:
            reader.hears_all([f"{alice.id}:{text}" for text in said[1:]])
    busy_chat.known_address = functions.opens_server(slow="writing")
    (alice,), reader = busy_chat.join("alice"), busy_chat.staller("reader")
    for _ in range(3):
        for texts in [long] * BEHIND, [words.word()]:
            said = alice.says_all(texts)
            reader.hears_all([f"{alice.id}:{text}" for text in said])
    said = alice.says_all([long] * BEHIND)
    for _ in range(2):
        alice.sends(b"\xff" * 4096 + b"\n")  # three bytes each, when relayed
    reader.hears_all([f"{alice.id}:{text}" for text in said])
    reader.hears_all([f"{alice.id}:" + "\ufffd" * 4096] * 2)
    if functions.opens_server_of_ours(slow="last words"):
        busy_chat.known_address = functions.address
        reader = busy_chat.staller("reader")
        alice, bob = busy_chat.join("alice", "bob")
        said = alice.says_all([long] * MANY * 2)
        bob.hears_all([f"{alice.id}:{text}" for text in said])
        bob.hears(f"{alice.id}:{alice.says(words.word())}")
        reader.says("Bye!")
        alice.hears(f"{reader.id}:Bye!")
        reader.hears_all([f"{alice.id}:{text}" for text in said])
        reader.hears_the_end(clean=True, skip=True)
    if functions.opens_server_of_ours(slow="less"):
        busy_chat.known_address = functions.address
        alice, bob = busy_chat.join("alice", "bob")
        for _ in range(4):
            for texts in [words.text(60), words.word()], [words.word()]:
                said = alice.says_all(texts)
                bob.hears_all([f"{alice.id}:{text}" for text in said])


@graded(6, "P11", points=2)
@pytest.mark.usefixtures("narrow")
def test_staller_is_dropped(narrow_chat, functions, words):
    """Past the bound who never reads is dropped, and memory stays bounded."""
    alice, bob = narrow_chat.join("alice", "bob")
    without = narrow_chat.usage_beside(alice, bob)
    eve = narrow_chat.staller("eve")
    before = narrow_chat.usage()
    for _ in range(40):
        said = alice.says_all([words.text(SIZE)] * 50)
        bob.hears_all([f"{alice.id}:{text}" for text in said])
    narrow_chat.grows_less_than(before, 7 << 20)
    eve.is_cut_off(most=40 * 50 * SIZE)
    bob.hears(f"{alice.id}:{alice.says(words.word())}")
    narrow_chat.goes_back_to(without)
    if not functions.opens_server_of_ours(slow="bound"):
        return
    narrow_chat.known_address = functions.address
    (alice,), carol = narrow_chat.join("alice"), narrow_chat.staller("carol")
    eve = narrow_chat.staller("eve")  # who reads, and far too little
    due = 0
    for _ in range(BUSY):
        alice.says_all([words.text(SIZE)] * MANY)
        carol.takes(due)  # she is behind, always, but never by much
        due = MANY * (SIZE + len("0:\n"))
        eve.takes(due * 3 // 4)
    eve.is_cut_off(most=4 * due)
    alice.hears_at_last(f"{carol.id}:{carol.says(words.word())}")


@graded(6, "P10", "P11", "P12", points=1)
def test_nothing_is_left_of_stallers(narrow_chat, words):
    """Of those who lagged behind and vanished no thread is left."""
    alice, bob = narrow_chat.join("alice", "bob")
    before = narrow_chat.usage_beside(alice, bob)
    names = ("eve", "mallory")
    stallers = [narrow_chat.staller(name) for name in names]
    for _ in range(2):
        many = narrow_chat.plenty // SIZE // 2
        said = alice.says_all([words.text(SIZE)] * many)
        bob.hears_all([f"{alice.id}:{text}" for text in said])
    for staller in stallers:
        staller.vanishes()
    bob.hears(f"{alice.id}:{alice.says(words.word())}")
    narrow_chat.goes_back_to(before)
    narrow_chat.is_interrupted()
    narrow_chat.exits_cleanly()


@graded(6, "P10", points=1)
def test_broken_connections(busy_chat, functions, words):
    """A connection that breaks while a line is delivered stops nobody."""
    alice, bob = busy_chat.join("alice", "bob")
    for _ in range(3):
        said = busy_chat.bustle([alice, bob], turns=50)
        busy_chat.hear_one_order([alice, bob], said)
    busy_chat.known_address = functions.opens_server(slow="leave")
    names = ("carol", "dave", "erin", "frank")
    carol, dave, erin, frank = busy_chat.join(*names)
    dave.vanishes()
    frank.vanishes()
    for _ in range(2):
        carol.hears(f"{erin.id}:{erin.says(words.word())}")
