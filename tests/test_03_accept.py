"""Task 4: the accept thread (notebook 03)."""

import pytest

from harness.grading import graded


@graded(4, "P6", points=2)
def test_greeting(chat):
    """Who connects is told an id: 0 for the first, then 1, then 2."""
    chat.joins("alice", id=0)
    chat.joins("bob", id=1)
    chat.joins("carol", id=2)


@graded(4, "P6", points=1)
def test_ids_are_not_used_again(chat):
    """The id of somebody who left is never given to another."""
    alice, bob, carol = chat.join("alice", "bob", "carol")
    bob.leaves()
    alice.hears(f"{bob.id}:Bye!")
    dave = chat.joins("dave", id=3)
    carol.leaves()
    chat.joins("erin", id=4).leaves()
    for person in (chat.joins("frank", id=5), dave, alice):
        person.leaves()
    chat.joins("grace", id=6)  # to an empty room


@graded(4, "P6", "P7", points=1)
def test_greeting_first_then_everything(busy_chat, functions, words):
    """Somebody who joins while others talk: greeting first, then all of it."""
    alice, *others = busy_chat.join("alice", "bob", "carol", "dave")
    for n in range(40):
        newcomer = busy_chat.person(f"newcomer {n}")
        busy_chat.talk_until_heard(others, newcomer)
        newcomer.hears_greeting()
        newcomer.hears_at_last(f"{alice.id}:{alice.says(words.word())}")
        newcomer.closes()
    address = functions.opens_server(slow="join", people=5)
    busy_chat.known_address = address
    alice, *others = people = busy_chat.join("alice", "bob", "carol", "dave")
    hasty = busy_chat.person("somebody hasty")
    hasty.says("Bye!")
    busy_chat.talk_until_heard(others, hasty)
    hasty.hears_the_end(skip=True)
    newcomer = busy_chat.person("newcomer")
    busy_chat.talk_until_heard(others, newcomer)
    newcomer.hears_greeting()
    newcomer.hears_at_last(f"{alice.id}:{alice.says(words.word())}")
    functions.roster_is(*people, newcomer)


@graded(4, "P6", "P7", points=2)
def test_many_at_once(chat, words):
    """140 people at once are all greeted, and all are heard."""
    people = chat.crowd(140)
    first = people[0]
    for person in people[1:]:
        first.hears(f"{person.id}:{person.says(words.word())}")


@graded(4, "P10", points=1)
def test_gone_before_the_greeting(chat, words):
    """Who connects and is gone at once does no harm to those who stay."""
    (alice,) = chat.join("alice")
    for n in range(10):
        chat.person(f"passer-by {n}").closes()
        chat.person(f"ghost {n}").vanishes()
    (bob,) = chat.join("bob")
    alice.hears(f"{bob.id}:{bob.says(words.word())}")


@graded(4, "P6", points=1)
@pytest.mark.usefixtures("impatient")
def test_silent_connection(chat, words):
    """Who says nothing keeps nobody waiting, and may speak later."""
    carol, *_ = [chat.person(f"silent {n}") for n in range(8)]
    alice, bob = chat.join("alice", "bob")
    bob.hears(f"{alice.id}:{alice.says(words.word())}")
    carol.hears_greeting()
    carol.is_silent()
    bob.hears(f"{carol.id}:{carol.says(words.word())}")


@graded(4, "P12", points=1)
def test_accept_thread_ends(chat, functions, words):
    """Once the server is to stop, the accept thread ends, and all others."""
    alice, bob = chat.join("alice", "bob")
    bob.hears(f"{alice.id}:{alice.says(words.word())}")
    chat.is_interrupted()
    bob.hears_the_end(clean=True, skip=True)
    chat.exits_cleanly()
    chat.known_address = functions.opens_server(slow="end")
    carol, _ = chat.join("carol", "dave")
    functions.closes_server()
    chat.known_address = functions.opens_server()
    chat.joins("erin", carol.id)  # ids start anew with each server


@graded(4, "P6", "P10", points=1)
def test_out_of_descriptors(poor_chat, words):
    """When the system has no descriptor left, the accept thread survives."""
    alice, bob = poor_chat.join("alice", "bob")
    crowd = [poor_chat.person(f"guest{n}") for n in range(40)]
    poor_chat.has_no_descriptor_left()
    for _ in range(50):  # meanwhile the accept thread tries once more
        bob.hears(f"{alice.id}:{alice.says(words.word())}")
    for guest in crowd:
        guest.closes()
    carol = poor_chat.joins("carol")
    carol.has_no_id_above(alice.id + 1 + len(crowd) + 1)
    carol.hears(f"{alice.id}:{alice.says(words.word())}")
