"""One word, one meaning, in all that students read in notebooks/."""

import re
from pathlib import Path

import pytest

from test_notebooks import NOTEBOOKS, prose

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*NOTEBOOKS, ROOT / "notebooks" / "protocol.md", ROOT / "README.md"]

# The words of the kit, and what others call the same thing.
VOCABULARY = {
    "line": ("packet", "datagram", "payload"),
    "id": ("nickname", "username", "user name", "user id", "client id"),
    "greeting": ("welcome message", "hello message", "handshake"),
    "broadcast": ("multicast", "fan-out"),
    "goodbye": ("farewell", "sign-off", "logout", "quit message"),
    "roster": ("user list", "client list", "client table", "registry"),
    "accept thread": ("listener thread", "listening thread", "acceptor"),
    "client thread": ("reader thread", "receiver thread", "handler thread"),
    "sender thread": ("broadcaster", "broadcast thread", "dispatcher"),
    "backlog": ("outbox", "mailbox", "send buffer", "output queue"),
    "writer thread": ("write thread", "writing thread", "flush thread"),
    "input thread": ("keyboard thread", "typing thread", "stdin thread"),
    "printer thread": ("print thread", "printing thread", "display thread"),
    "task": ("homework",),
}


def text(path: Path) -> str:
    """Return the prose of a page, in one row, without code."""
    page = path.read_text("utf-8") if path.suffix == ".md" else prose(path)
    return " ".join(re.sub(r"`[^`]*`", "", page).split())


@pytest.mark.parametrize("word", VOCABULARY)
def test_each_word_is_used(word):
    """A word that no page uses need not be in the table."""
    assert any(re.search(rf"\b{word}\b", text(page)) for page in PAGES)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_other_word(path):
    """No page calls a thing by another name than its own."""
    for word, others in VOCABULARY.items():
        other = re.search(rf"\b({'|'.join(others)})s?\b", text(path), re.I)
        assert not other, f"say {word!r}"
