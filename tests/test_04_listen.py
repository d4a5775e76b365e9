"""Task 5: the client thread (notebook 04b)."""

import pytest

from harness.grading import graded

LIMIT = 4096
SIZES = range(4000, 4020)  # of lines: more than a connection takes unread


@graded(5, "P2", "P4", "P7", points=1)
def test_lines_not_chunks(chat, words):
    """What counts is the newline: glued lines are two, pieces are one."""
    alice, bob, carol = chat.join("alice", "bob", "carol")
    one, two, three = words.word(), words.word(), f"{words.word()}ж"
    data = three.encode()
    alice.sends(f"{one}\n{two}\n".encode() + data[:-1])
    bob.hears_all([f"{alice.id}:{one}", f"{alice.id}:{two}"])
    alice.sends(data[-1:] + b"\n")  # the other half of the last letter
    bob.hears(f"{alice.id}:{three}")
    alice.drips(f"{one}\n".encode(), carol, bob)
    bob.hears(f"{alice.id}:{one}")
    many = [*(words.word() for _ in range(1500)), one, one, one]
    alice.says_all(many)
    bob.hears_all([f"{alice.id}:{text}" for text in many])


@graded(5, "P8", points=1)
def test_one_queue_for_all(busy_chat):
    """However many talk at once, all hear them in one and the same order."""
    people = busy_chat.crowd(5)
    for _ in range(3):
        said = busy_chat.talk(people, turns=30)
        busy_chat.hear_one_order(people, said)


@graded(5, "P10", points=1)
@pytest.mark.usefixtures("impatient")
def test_silence(chat, words):
    """Who says nothing for a while has not left."""
    alice, bob, carol = chat.join("alice", "bob", "carol")
    bob.hears(f"{alice.id}:{alice.says(words.word())}")
    carol.is_silent()
    bob.hears(f"{carol.id}:{carol.says(words.word())}")


@graded(5, "P9", points=1)
def test_nothing_after_goodbye(chat, words):
    """After Bye! the connection is closed; what comes behind is ignored."""
    alice, bob, carol, dave = chat.join("alice", "bob", "carol", "dave")
    dave.says("Bye!")
    bob.hears(f"{dave.id}:Bye!")
    dave.hears_the_end(clean=True)
    text = words.word()
    rest = "".join(f"{words.word()}\nBye!\n" for _ in range(8000))
    alice.pours(f"{text}\nBye!\n{rest}".encode())
    bob.hears_all([f"{alice.id}:{text}", f"{alice.id}:Bye!"])
    alice.hears_the_end(clean=True, skip=True)
    bob.hears(f"{carol.id}:{carol.says(words.word())}")
    for guest in chat.one_by_one(chat.crowd(30), "carol and bob chat on"):
        guest.says("Bye!")  # and does not hang up
        bob.hears(f"{guest.id}:Bye!")
        bob.hears(f"{carol.id}:{carol.says(words.word())}")


@graded(5, "P9", points=1)
def test_almost_goodbye(chat, words):
    """`Bye! ` with a space, `bye!`, an empty line: lines like any other."""
    alice, bob = chat.join("alice", "bob")
    alice.sends(b"Bye!\r\r\n")  # one \r goes, the other is text
    bob.hears_lines(1)
    for text in ("Bye! ", "bye!", "Bye!!", "", " Bye!", "exit", "quit"):
        bob.hears(f"{alice.id}:{alice.says(text)}")
    bob.hears(f"{alice.id}:{alice.says(words.word())}")


@graded(5, "P5", "P10", points=1)
def test_end_of_stream(chat, words):
    """Who ends the stream without a word has left; nobody is told."""
    alice, bob, carol = chat.join("alice", "bob", "carol")
    carol.hears(f"{alice.id}:{alice.says(words.word())}")
    alice.half_closes()
    alice.hears_the_end(skip=True)
    bob.hears_lines(1)
    carol.hears(f"{bob.id}:{bob.says(words.word())}")


@graded(5, "P10", "P12", points=1)
def test_reset(chat, words):
    """A connection that is reset is a departure; the chat goes on."""
    alice, bob, carol = chat.join("alice", "bob", "carol")
    line = f"{alice.id}:{alice.says(words.word())}"
    bob.hears(line)
    carol.hears(line)
    before = chat.usage_beside(bob, carol)
    alice.vanishes()
    chat.notices(before)
    bob.hears(f"{carol.id}:{carol.says(words.word())}")
    carol.hears(f"{bob.id}:{bob.says(words.word())}")
    chat.is_interrupted()
    chat.exits_cleanly()


@graded(5, "P5", points=1)
def test_unfinished_line(chat, words):
    """What has no newline when the stream ends is no message."""
    alice, bob, carol = chat.join("alice", "bob", "carol")
    text = words.word()
    alice.sends(f"{text}\n{words.word()}".encode())
    bob.hears(f"{alice.id}:{text}")
    alice.half_closes()
    alice.hears_the_end()
    bob.hears(f"{carol.id}:{carol.says(words.word())}")


@graded(5, "P10", points=1)
def test_no_spinning(chat, words):
    """Who has left costs the server no processor time."""
    alice, bob, carol = chat.join("alice", "bob", "carol")
    alice.half_closes()
    alice.hears_the_end()
    bob.hears(f"{carol.id}:{carol.says(words.word())}")
    chat.is_idle()


@graded(5, "P3", points=1)
@pytest.mark.usefixtures("narrow")
def test_line_too_long(chat, functions, words):
    """A line too long: the server says so and closes; others chat on."""
    alice, bob, carol = chat.join("alice", "bob", "carol")
    text, before = words.word(), chat.usage_beside(bob, carol)
    alice.hears_lines(2)
    alice.pours(f"{text}\n".encode() + b"x" * (16 << 20))
    alice.hears("Server: line too long")
    alice.hears_the_end()
    bob.hears(f"{alice.id}:{text}")
    bob.hears(f"{carol.id}:{carol.says(words.word())}")
    chat.grows_less_than(before, 8 << 20)
    carol.pours(b"x" * 4097 + b"\n")
    carol.hears_at_last("Server: line too long")
    if functions.opens_server_of_ours(slow="last words"):
        chat.known_address = functions.address
        alice, bob = chat.join("alice", "bob")
        eve = chat.staller("eve")  # who is behind when it is said to her
        said = alice.says_all([words.text(n) for n in SIZES])
        bob.hears_all([f"{alice.id}:{text}" for text in said])
        bob.hears(f"{alice.id}:{alice.says(words.word())}")
        eve.pours(b"x" * 4097 + b"\n")
        eve.hears_all([f"{alice.id}:{text}" for text in said])
        eve.hears_at_last("Server: line too long")


@graded(5, "P10", points=1)
@pytest.mark.usefixtures("narrow")
def test_nothing_is_left(chat, functions, words):
    """After 200 departures no thread and no open file is left of them."""
    alice, bob = chat.join("alice", "bob")
    before = chat.usage_beside(alice, bob)
    for n in range(50):
        guests = chat.join(f"a{n}", f"b{n}", f"c{n}", f"d{n}")
        guests[0].leaves()
        guests[1].closes()
        guests[2].vanishes()
        guests[3].half_closes()
        guests[3].hears_the_end(skip=True)
        bob.hears(f"{guests[0].id}:Bye!")
    bob.hears(f"{alice.id}:{alice.says(words.word())}")
    chat.goes_back_to(before)
    chat.known_address = functions.opens_server(people=1)
    carol, dave = chat.join("carol", "dave")
    dave.closes()
    functions.roster_is(carol)
    if functions.opens_server_of_ours(people=2, slow="brief"):
        chat.known_address = functions.address
        alice, bob = chat.join("alice", "bob")
        bob.hears(f"{alice.id}:{alice.says(words.word())}")
        alice.hears(f"{bob.id}:{bob.says(words.word())}")
        before = functions.threads_now()
        eve = chat.staller("eve")  # she is behind, and ends her stream
        said = alice.says_all([words.text(n) for n in SIZES])
        bob.hears_all([f"{alice.id}:{text}" for text in said])
        bob.hears(f"{alice.id}:{alice.says(words.word())}")
        eve.half_closes()
        functions.roster_is(alice, bob)
        functions.go_back_to(before)


@graded(5, "P12", points=1)
def test_stops_in_the_middle(chat, functions, words):
    """Once the server is to stop, lines that wait do not keep it from it."""
    chat.known_address = functions.opens_server(slow="sender")
    alice, bob, *others = chat.join("alice", "bob", "carol", "dave")
    many = alice.says_all([str(n) for n in range(3000)])
    bob.hears_all([f"{alice.id}:{text}" for text in many])
    for talker in (alice, bob, *others):
        talker.says_all(["x"] * 30_000)
    functions.closes_server()
