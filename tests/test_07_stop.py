"""Task 9: close (notebook 07b)."""

from harness.grading import graded


@graded(9, "P12", points=2)
def test_interrupt(chat, words):
    """After Ctrl-C everybody sees the end, and the server ends with 0."""
    alice, bob, carol = chat.join("alice", "bob", "carol")
    bob.hears(f"{alice.id}:{alice.says(words.word())}")
    carol.hears_lines(1)
    chat.is_interrupted()
    for person in (alice, bob, carol):
        person.hears_the_end(clean=True, skip=True)
        person.closes()
    chat.exits_cleanly()


@graded(9, "P12", points=2)
def test_same_port_again(chat, words):
    """It ends though somebody talks on, and its port is free again."""
    alice, bob, dora = chat.join("alice", "bob", "dora")
    bob.hears(f"{alice.id}:{alice.says(words.word())}")
    dora.murmurs(words.word())
    chat.is_interrupted()
    for person in (alice, bob):
        person.hears_the_end(clean=True, skip=True)
        person.has_heard_no_goodbye()
        person.closes()
    chat.exits_cleanly()
    chat.starts_again()
    carol, dave = chat.join("carol", "dave")
    dave.hears(f"{carol.id}:{carol.says(words.word())}")


@graded(9, "P11", "P12", points=1)
def test_interrupt_in_bad_company(narrow_chat, words):
    """Ctrl-C works beside somebody silent, and somebody who never reads."""
    early = narrow_chat.join("dora", "erin")
    alice, bob = narrow_chat.join("alice", "bob")
    for guest in early:  # so the ids of those who stay do not begin at 0
        guest.leaves()
        bob.hears(f"{guest.id}:Bye!")
        alice.hears_lines(1)
    narrow_chat.person("silent")
    stallers = [narrow_chat.staller(f"eve{n}") for n in range(50)]
    many = narrow_chat.plenty // 4000
    said = alice.says_all([words.text(4000)] * many)
    bob.hears_all([f"{alice.id}:{text}" for text in said])
    narrow_chat.is_interrupted()
    bob.hears_the_end(clean=True, skip=True)
    narrow_chat.exits_cleanly()
    for eve in stallers:  # who reads at last
        eve.hears_the_end(clean=True, skip=True)


@graded(9, "P12", points=1)
def test_interrupt_in_a_flood(chat, words):
    """Ctrl-C works while several people talk without a pause."""
    (bob,) = chat.join("bob")
    for talker in chat.crowd(3):
        talker.floods(words.text(60))
    bob.hears_lines(2000)
    chat.is_interrupted()
    bob.hears_the_end(skip=True)
    chat.exits_cleanly()


@graded(9, "P12", points=1)
def test_close_ends_every_thread(functions, chat, words):
    """When `with ChatServer(...)` is left, each of its threads has ended."""
    # This first: the first pause in the place of a join takes no time.
    chat.known_address = functions.opens_server(slow="end")
    chat.join("alice", "bob")
    functions.closes_server()
    chat.known_address = functions.opens_server(slow="wake")
    carol, dave = chat.join("carol", "dave")
    dave.hears(f"{carol.id}:{carol.says(words.word())}")
    functions.closes_server()
    dave.hears_the_end(clean=True, skip=True)
    chat.listens_no_more()
    functions.opens_server(slow="alone", host=functions.other_host())
    functions.closes_server()
    chat.known_address = functions.opens_server(slow="full")
    for talker in chat.join("erin", "frank", "grace"):
        talker.says_all(["x"] * 30_000)
    functions.closes_server()
