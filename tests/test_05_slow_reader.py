"""Task 6: deliver without waiting (notebook 05)."""

from harness.grading import graded

SIZE = 4000  # bytes of a line; a round is fifty of them


@graded(6, "P11", points=3)
def test_nobody_waits_for_a_staller(chat, words):
    """Somebody who does not read delays nobody else."""
    alice, bob = chat.join("alice", "bob")
    chat.staller("eve")
    for _ in range(32):
        said = alice.says_all([words.text(SIZE)] * 50)
        bob.hears_all([f"{alice.id}:{text}" for text in said])


@graded(6, "P11", "P6", points=2)
def test_newcomers_beside_a_staller(chat, words):
    """While somebody does not read, newcomers still get in and are heard."""
    alice, bob = chat.join("alice", "bob")
    chat.staller("eve")
    for name in ("carol", "dave", "erin"):
        said = alice.says_all([words.text(SIZE)] * 400)
        bob.hears_all([f"{alice.id}:{text}" for text in said])
        newcomer = chat.joins(name)
        newcomer.hears_at_last(f"{bob.id}:{bob.says(words.word())}")
        alice.hears_at_last(f"{bob.id}:{bob.says(words.word())}")


@graded(6, "P7", "P8", "P11", points=3)
def test_late_reader_gets_everything(busy_chat, words):
    """Somebody who reads late gets each line, in order, and the next ones."""
    alice, bob = busy_chat.join("alice", "bob")
    eve = busy_chat.staller("eve")
    long = words.text(SIZE - 8)
    texts = [f"{n} {long}" for n in range(busy_chat.fair_backlog // SIZE)]
    alice.says_all(texts)
    bob.hears_all([f"{alice.id}:{text}" for text in texts])
    eve.hears_all([f"{alice.id}:{text}" for text in texts[:100]])
    alice.hears(f"{bob.id}:{bob.says(words.word())}")
    eve.hears_all([f"{alice.id}:{text}" for text in texts[100:]])
    eve.hears_lines(1)
    eve.hears(f"{bob.id}:{bob.says(words.word())}")


@graded(6, "P11", points=2)
def test_staller_is_dropped(chat, words):
    """Past the bound who never reads is dropped, and memory stays bounded."""
    alice, bob = chat.join("alice", "bob")
    eve = chat.staller("eve")
    before = chat.usage()
    for _ in range(120):
        said = alice.says_all([words.text(SIZE)] * 50)
        bob.hears_all([f"{alice.id}:{text}" for text in said])
    chat.grows_less_than(before, 16 << 20)
    eve.is_cut_off(most=120 * 50 * SIZE)
    bob.hears(f"{alice.id}:{alice.says(words.word())}")


@graded(6, "P10", "P11", points=1)
def test_nothing_is_left_of_stallers(chat, words):
    """Of those who lagged behind and vanished no thread is left."""
    alice, bob = chat.join("alice", "bob")
    before = chat.usage_beside(alice, bob)
    stallers = [chat.staller(name) for name in ("eve", "mallory")]
    said = alice.says_all([words.text(SIZE)] * 1500)
    bob.hears_all([f"{alice.id}:{text}" for text in said])
    for staller in stallers:
        staller.vanishes()
    bob.hears(f"{alice.id}:{alice.says(words.word())}")
    chat.goes_back_to(before)


@graded(6, "P10", points=1)
def test_broken_connections(busy_chat):
    """A connection that breaks while a line is delivered stops nobody."""
    alice, bob = busy_chat.join("alice", "bob")
    for _ in range(3):
        said = busy_chat.bustle([alice], turns=60)
        busy_chat.hear_one_order([bob], said)
