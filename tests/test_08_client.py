"""Tasks 10 to 12: the client, and all together (notebooks 08 and 08b)."""

import pytest

from harness.grading import graded

GREETING = "Server: you have received id 0"
# An accent for itself, a family of three with joiners, a soft hyphen: no
# control characters, but text like any other.
ODD = "e\u0301 👩\u200d👩\u200d👧 soft\u00adly"


# Task 10: the printer thread


@graded(10, "C1", points=1)
@pytest.mark.usefixtures("impatient")
def test_prints_each_line(client, peer, words):
    """Each line is printed as it arrives, also while the user types."""
    server = client.comes_to(peer)
    for text in (
        GREETING,
        f"0:{words.word()}  ",
        "",
        "1:",
        "1:Bye!",
        "1:Bye!",
        f'0:it\'s a "{words.word()}" \\o/',
        f"0:{words.word()} {{}} {{name}} 100% %s",
        f"1:{ODD}{words.word()}",
    ):
        client.prints(server.says(text))
    client.types_without_enter(words.word())
    client.prints(server.says(words.word()))
    server.is_silent()
    client.prints(server.says(words.word()))
    client.types("")
    client.types("Bye!")
    server.hears_at_last("Bye!")
    text = server.says(words.word())
    server.closes()
    client.prints(text)
    client.prints("Stopped everything")
    client.exits(0)


@graded(10, "C1", "P2", points=1)
@pytest.mark.usefixtures("impatient")
def test_prints_lines_not_chunks(client, peer, words):
    """Lines are printed whole, however they come, up to 16384 bytes."""
    server = client.comes_to(peer)
    one, two, long = words.word(), f"{words.word()}ж", words.text(16_000)
    server.sends(f"{GREETING}\n{one}\n{two}".encode()[:-1])
    client.prints(GREETING)
    client.prints(one)
    server.sends("ж".encode()[-1:] + b"\n")
    client.prints(two)
    client.prints(server.says(long))
    lines = [words.text(4000) for _ in range(15)]
    half = words.text(9000)  # more than one recv takes, lines and half a line
    server.sends("\n".join([*lines, half]).encode())
    client.prints(lines[-1])
    server.sends(b"\n")
    client.prints(half)
    *_, last = server.says_all([words.word() for _ in range(1000)])
    client.prints(last)


@graded(10, "C6", points=1)
def test_control_characters(client, peer, words):
    r"""An escape sequence is shown as \x1b, not obeyed."""
    server = client.comes_to(peer)
    word = words.word()
    server.says(f"0:{word}\x1b[2J\x07{word}")
    client.prints(f"0:{word}\\x1b[2J\\x07{word}")
    server.says(f"0:{word}\t{word}")
    client.prints(f"0:{word}\\x09{word}")
    server.says(f"0:{word}\0{word}")
    client.prints(f"0:{word}\\x00{word}")
    server.says(f"\x1b[2J0:{word}\x9b2J\x85")  # a server can say anything
    client.prints(f"\\x1b[2J0:{word}\\x9b2J\\x85")
    server.sends(f"0:{word}\r\r\n".encode())
    client.prints(f"0:{word}\\x0d")
    server.says("0:" + "\x07" * 5000)
    client.prints("0:" + "\\x07" * 5000)  # longer than what came
    client.has_not_printed("\x1b", "no escape character reaches the terminal")


@graded(10, "P5", "C4", points=1)
def test_server_closes(client, new_client, peer, words):
    """When the server closes, the client says so and ends with code 1."""
    early = new_client("an early client")
    early.comes_to(peer).closes()  # without a word
    early.prints("Server closed the connection")
    early.exits(1)
    server = client.comes_to(peer)
    text, half = server.says(words.word()), words.word()
    server.sends(f"0:{half}".encode())
    server.closes()
    client.prints(text)
    client.prints("Server closed the connection")
    client.exits(1)
    client.has_not_printed(half, "a line that was cut is not printed")


@graded(10, "C4", points=1)
def test_server_vanishes(client, peer, words):
    """A connection that is reset ends the client like one that is closed."""
    server = client.comes_to(peer, terminal=True)
    client.prints(server.says(words.word()))
    server.vanishes()
    client.prints("Server closed the connection")
    client.exits(1)


@graded(10, "P3", "C4", points=1)
def test_server_talks_nonsense(client, peer, words):
    """A line past 16384 bytes ends the client quietly, like a reset."""
    server = client.comes_to(peer)
    client.prints(server.says(words.word()))
    text = words.word()
    server.pours(f"{text}\n".encode() + b"x" * 40_000)
    client.prints(text)
    client.prints("Server closed the connection")
    client.exits(1)
    client.has_printed_once(text)


# Task 11: the input thread, and how the client ends


@graded(11, "C2", points=1)
def test_sends_each_line(client, peer, words):
    """Each line of the input is one message: text, spaces, nothing."""
    server = client.comes_to(peer)
    texts = (
        words.word(),
        "",
        f"  {words.text(40)} ",
        "Bye! now",
        "bye!",
        "Bye! ",
        "   ",
        f"{words.word()}\t{words.word()}\x07",
        f"{words.word()}\r{words.word()}",
        f"x\xb2 + \xbd\xa0{words.word()}",  # some would write them otherwise
    )
    for text in texts:
        server.hears(client.types(text))
    server.hears(client.types(f"{words.word()}\u2028{words.word()}"))
    glued = [words.word() for _ in range(3)]
    client.types("\n".join(glued))
    server.hears_all(glued)


@graded(11, "C3", points=1)
def test_says_goodbye(client, peer, words):
    """After Bye! the client prints `Stopped everything`, and ends with 0."""
    server = client.comes_to(peer, terminal=True)
    server.hears(client.types(words.word()))
    server.hears(client.types("Bye!"))
    client.is_not_hurried()
    *_, last = server.says_all([words.word() for _ in range(5)])
    server.half_closes()
    client.prints(last)
    client.prints("Stopped everything")
    client.exits(0)
    server.hears_the_end()


@graded(11, "C3", points=1)
@pytest.mark.usefixtures("impatient")
def test_end_of_input(client, new_client, peer, words):
    """The end of the input says Bye! for the user, behind the last line."""
    silent = new_client("a silent client")
    server = silent.comes_to(peer)
    silent.input_ends()
    server.hears("Bye!")
    server.closes()
    silent.exits(0)
    server = client.comes_to(peer)
    text = words.word()
    client.types_without_enter(text)
    client.input_ends()
    server.hears_all([text, "Bye!"])
    server.closes()
    client.prints("Stopped everything")
    client.exits(0)


@graded(11, "C2", "P3", points=1)
def test_too_long_to_send(client, peer, words):
    """A line that is too long is not sent; the client says so, goes on."""
    server = client.comes_to(peer)
    server.hears(client.types(words.text(4096)))
    for text in (words.text(4097), "x" * 4097, "x" * 9000):
        client.types(text)
        client.complains()
        server.hears(client.types(words.word()))


@graded(11, "C3", points=1)
def test_goodbye_unanswered(client, peer, words):
    """Bye! ends the client also when the server does not answer it."""
    server = client.comes_to(peer)
    server.hears(client.types(words.word()))
    server.murmurs(f"0:{words.word()}")
    client.types("Bye!\r")  # as in a file that was made on Windows
    server.hears("Bye!")
    client.prints("Stopped everything")
    client.exits(0)


@graded(11, "C4", points=1)
def test_ended_by_the_server(client, peer, words):
    """If it is the server that ends it, the client says that, code 1."""
    server = client.comes_to(peer)
    server.hears(client.types(words.word()))
    client.prints(server.says(words.word()))  # by now it waits for the next
    server.closes()
    client.prints("Server closed the connection")
    client.exits(1)


# Task 12: all together


@graded(12, "P6", "P7", "C1", "C2", "C3", points=1)
def test_a_conversation(chat, new_client, words):
    """Two clients and the server: they talk, and one says goodbye."""
    ann, bob = new_client("ann"), new_client("bob")
    for id, client in enumerate((ann, bob)):
        client.starts(chat.address[1])
        client.prints(f"Server: you have received id {id}")
    bob.prints(f"0:{ann.types(words.word())}")
    ann.prints(f"1:{bob.types(words.word())}")
    ann.types("Bye!")
    ann.prints("Stopped everything")
    ann.exits(0)
    bob.prints("0:Bye!")


@graded(12, "P2", "P7", "P8", points=1)
def test_pieces_and_floods(chat, words):
    """Lines in single bytes, and a thousand glued: all arrive, in order."""
    alice, bob, carol = chat.join("alice", "bob", "carol")
    text = words.word()
    alice.drips(f"{text}\n".encode(), carol, bob)
    bob.hears(f"{alice.id}:{text}")
    texts = alice.says_all([words.word() for _ in range(1000)])
    bob.hears_all([f"{alice.id}:{text}" for text in texts])


@graded(12, "P12", "C4", points=1)
def test_the_server_stops(chat, new_client, words):
    """Ctrl-C at the server ends the clients too, without an Enter."""
    ann, bob = new_client("ann"), new_client("bob")
    for id, client in enumerate((ann, bob)):
        client.starts(chat.address[1], terminal=True)
        client.prints(f"Server: you have received id {id}")
    bob.prints(f"0:{ann.types(words.word())}")
    chat.is_interrupted()
    for client in (ann, bob):
        client.prints("Server closed the connection")
        client.exits(1)
    chat.exits_cleanly()


@graded(12, "C5", points=1)
def test_nobody_there(chat, new_client, words):
    """Without a server the client says so in a line, and ends with 1."""
    (alice,) = chat.join("alice")
    chat.is_interrupted()
    alice.hears_the_end(clean=True, skip=True)
    alice.closes()
    chat.exits_cleanly()
    ann, bob = new_client("ann"), new_client("bob")
    ann.starts(chat.address[1])
    bob.starts(chat.address[1], host="255.255.255.255")  # no machine's
    for client in (ann, bob):
        client.complains()
        client.exits(1)


@graded(12, "C5", points=1)
def test_the_user_interrupts(chat, new_client, words):
    """Ctrl-C ends the client quietly, and the others chat on."""
    alice, bob = chat.join("alice", "bob")
    ann = new_client("ann")
    ann.starts(chat.address[1], terminal=True)
    ann.prints("Server: you have received id 2")
    ann.is_interrupted()
    ann.exits()
    bob.hears_at_last(f"{alice.id}:{alice.says(words.word())}")


@graded(12, "P1", points=1)
def test_listens_where_told(chat, words):
    """The server listens on 127.0.0.1, and nowhere else."""
    alice, bob = chat.join("alice", "bob")
    bob.hears(f"{alice.id}:{alice.says(words.word())}")
    chat.listens_only_on("127.0.0.1")
    chat.has_the_port_alone()
