"""Tasks 7 and 8: the roster and the sender thread (notebooks 06, 06b)."""

import pytest

from harness.grading import graded

LIMIT = 4096


# Task 7: the roster


@graded(7, "P7", points=2)
def test_nobody_hears_himself(chat, words):
    """The author does not hear the own line, alone or not."""
    (alice,) = chat.join("alice")
    alice.says(words.word())  # nobody is there; bob may be, just in time
    alice.is_silent()
    (bob,) = chat.join("bob")
    bob.hears_at_last(f"{alice.id}:{alice.says(words.word())}")
    alice.hears(f"{bob.id}:{bob.says(words.word())}")
    bob.hears(f"{alice.id}:{alice.says(words.word())}")


@graded(7, "P7", points=2)
def test_everybody_else_hears(narrow_chat, words):
    """Everybody else hears the line, once; who lags behind as well."""
    people = narrow_chat.crowd(110)
    for author in (people[3], people[0], people[-1]):
        line = f"{author.id}:{author.says(words.word())}"
        for person in people:
            if person is not author:
                person.hears(line)
    eve = narrow_chat.staller("eve")
    for texts in [words.text(4000)] * 20, [words.word()]:
        author.says_all(texts)
        person = people[1]
        person.hears_all([f"{author.id}:{text}" for text in texts])
    eve.hears_lines(20)
    eve.hears(f"{author.id}:{texts[0]}")


@graded(7, "P10", points=1)
def test_departed_are_off_the_roster(chat, functions, words):
    """Those who have left are not in the way, whoever was first."""
    alice, bob, carol, dave = chat.join("alice", "bob", "carol", "dave")
    alice.leaves()
    bob.hears(f"{alice.id}:Bye!")
    dave.vanishes()
    carol.hears(f"{alice.id}:Bye!")
    carol.hears(f"{bob.id}:{bob.says(words.word())}")
    erin = chat.joins("erin")
    erin.hears(f"{carol.id}:{carol.says(words.word())}")
    bob.hears_lines(1)
    before = chat.usage_beside(bob, carol)
    erin.vanishes()
    chat.notices(before)
    dora = chat.joins("dora")  # as many as before, but not the same
    line = f"{bob.id}:{bob.says(words.word())}"
    carol.hears(line)
    dora.hears(line)
    chat.known_address = functions.opens_server(people=1, slow="gone")
    frank, grace, heidi = chat.join("frank", "grace", "heidi")
    grace.closes()
    heidi.vanishes()
    functions.roster_is(frank)
    chat.crowd(40)
    functions.closes_server()


@graded(7, "P7", "P9", points=1)
@pytest.mark.usefixtures("narrow")
def test_leavers_on_the_line(chat, functions, words):
    """Those who said Bye! hold nobody up, and still read on."""
    alice, bob = chat.join("alice", "bob")
    for guest in chat.one_by_one(chat.crowd(80), "alice and bob chat on"):
        guest.says("Bye!")
        bob.hears(f"{guest.id}:Bye!")
        line = f"{bob.id}:{bob.says(words.word())}"
        alice.hears_all([f"{guest.id}:Bye!", line])
    hasty = chat.joins("somebody hasty")
    rest = "".join(f"{words.word()}\n" for _ in range(20_000))
    hasty.pours(f"Bye!\n{rest}".encode())
    hasty.hears_the_end(clean=True, skip=True)
    if functions.opens_server_of_ours(people=3, slow="last words"):
        chat.known_address = functions.address
        eve = chat.staller("eve")
        alice, bob = chat.join("alice", "bob")
        said = alice.says_all([words.text(4000)] * 40)
        bob.hears_all([f"{alice.id}:{text}" for text in said])
        carol = chat.joins("carol")
        said.append(alice.says(words.word()))
        bob.hears(f"{alice.id}:{said[-1]}")
        eve.says("Bye!")
        functions.roster_is(alice, bob, carol)
        eve.hears_all([f"{alice.id}:{text}" for text in said])


@graded(7, "P7", "P10", points=2)
def test_coming_and_going(busy_chat, functions, words):
    """While people come and go, those who are there miss no line."""
    (bob,) = busy_chat.join("bob")
    talkers, _ = busy_chat.crowd(5), busy_chat.crowd(80)
    for _ in range(4):
        said = busy_chat.bustle(talkers, turns=8)
        busy_chat.hear_one_order([bob], said)
    guests = busy_chat.crowd(6)
    for _ in range(4):
        newcomers = []
        for guest in guests:  # one comes just when another goes
            guest.vanishes()
            newcomers.append(busy_chat.person("newcomer"))
        guests = [newcomer.hears_greeting() for newcomer in newcomers]
        line = f"{bob.id}:{bob.says(words.word())}"
        for guest in guests:
            guest.hears_at_last(line)
    busy_chat.has_raised_nothing()
    if functions.opens_server_of_ours(slow="walk"):
        busy_chat.known_address = functions.address
        alice, bob, _ = busy_chat.join("alice", "bob", "carol")
        for _ in range(2):
            bob.hears(f"{alice.id}:{alice.says(words.word())}")


# Task 8: the sender thread


@graded(8, "P2", "P7", points=2)
def test_text_to_the_letter(chat, words):
    """A line arrives as `N:text`, the text to the letter."""
    alice, bob = chat.join("alice", "bob")
    word = words.word()
    for text in (
        word,
        word,
        "",
        f"  {word}\t ",
        f"{word}:{word}: 0:",
        f"{word}\u2028{word}\x0c{word}",
        f"100% {word} %d {{0}} {{id}} \\n",
        f"\u212b and e\u0301 {word}",  # each of them can be written otherwise
        words.text(300),
    ):
        bob.hears(f"{alice.id}:{alice.says(text)}")
    alice.sends(f"{word}\r\n".encode())
    bob.hears(f"{alice.id}:{word}")
    others = chat.crowd(9)  # the last is 10, and bob is 1
    bob.hears(f"{others[-1].id}:{others[-1].says(words.word())}")


@graded(8, "P7", "P8", points=1)
def test_one_order(busy_chat, functions):
    """All hear all lines of the others, in one and the same order."""
    people = busy_chat.crowd(6)
    for _ in range(3):
        said = busy_chat.talk(people, turns=30)
        busy_chat.hear_one_order(people, said)
    for slow, talkers, hearers, turns, rounds in (
        ("deliver", 1, 3, 6, 2),
        ("ids", 3, 3, 2, 8),
        ("left", 2, 2, 2, 8),
    ):
        if functions.opens_server_of_ours(slow=slow):
            busy_chat.known_address = functions.address
            people = busy_chat.join("alice", "bob", "carol")
            for _ in range(rounds):
                said = busy_chat.talk(people[:talkers], turns)
                busy_chat.hear_one_order(people[:hearers], said)


@graded(8, "P8", points=1)
def test_order_of_one_author(chat, words):
    """A thousand lines of one author arrive in the author's order."""
    alice, bob = chat.join("alice", "bob")
    texts = [f"{n} {words.word()}" for n in range(1000)]
    alice.says_all(texts)
    bob.hears_all([f"{alice.id}:{text}" for text in texts])


@graded(8, "P3", "P4", points=1)
def test_longest_line(chat, words):
    """The longest line arrives, also if each of its bytes becomes three."""
    alice, bob = chat.join("alice", "bob")
    bob.hears(f"{alice.id}:{alice.says(words.text(LIMIT))}")
    alice.sends(b"\xff" * LIMIT + b"\n")
    bob.hears(f"{alice.id}:" + "\ufffd" * LIMIT)
    bob.hears(f"{alice.id}:{alice.says(words.word())}")


@graded(8, "P10", points=1)
def test_gone_in_the_middle(chat, words):
    """Who vanishes in the middle of a broadcast silences nobody."""
    alice, bob, *others = chat.join("alice", "bob", "carol", "dave", "erin")
    for other in others:
        said = alice.says_all([words.word() for _ in range(300)])
        other.vanishes()
        bob.hears_all([f"{alice.id}:{text}" for text in said])
    for name in ("frank", "grace", "dora", "ivan"):
        newcomer = chat.joins(name)
        newcomer.hears(f"{alice.id}:{alice.says(words.word())}")
    newcomer.leaves()
    alice.hears(f"{newcomer.id}:Bye!")
    alice.hears(f"{bob.id}:{bob.says(words.word())}")


@graded(8, "P7", points=1)
def test_no_line_is_held_back(narrow_chat, functions, words):
    """A line is delivered at once: not with the next, waiting for nobody."""
    alice, bob, carol = narrow_chat.join("alice", "bob", "carol")
    narrow_chat.staller("eve")
    for _ in range(10):
        line = f"{alice.id}:{alice.says(words.word())}"
        bob.hears(line)
        carol.hears(line)
    many = narrow_chat.plenty // 4000
    said = alice.says_all([words.text(4000)] * many)
    bob.hears_all([f"{alice.id}:{text}" for text in said])
    bob.hears(f"{alice.id}:{alice.says(words.word())}")
    if functions.opens_server_of_ours(slow="rest"):
        narrow_chat.known_address = functions.address
        (alice,) = narrow_chat.join("alice")
        alice.says(words.word())  # nobody is there to hear it
        (bob,) = narrow_chat.join("bob")
        bob.hears(f"{alice.id}:{alice.says(words.word())}")


@graded(8, "P12", points=1)
def test_sender_thread_ends(chat, functions, words):
    """Once the server is to stop, the sender thread ends, and not before."""
    alice, bob = chat.join("alice", "bob")
    bob.hears(f"{alice.id}:{alice.says(words.word())}")
    chat.is_interrupted()
    bob.hears_the_end(clean=True, skip=True)
    chat.exits_cleanly()
    chat.known_address = functions.opens_server(slow="full")
    (carol,) = chat.join("carol")
    carol.says_all(["x"] * 30_000)
    functions.closes_server()
