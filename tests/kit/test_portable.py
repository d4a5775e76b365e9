"""What the solution does where a system lacks something, tried on this one."""

from functools import partial
from pathlib import Path

import pytest

from harness.chat import Chat, Client
from harness.functions import Functions
from harness.program import Program
from harness.submission import Plan
from test_05_slow_reader import (
    test_late_readers_get_everything,
    test_nobody_waits_for_a_staller,
)
from test_08_client import test_a_conversation

ROOT = Path(__file__).resolve().parents[2]
HIDE = b"import socket\n\nvars(socket).pop('MSG_DONTWAIT', None)\n"

# Run here as they are, on another server (see the fixtures).
__all__ = [
    "test_a_conversation",
    "test_late_readers_get_everything",
    "test_nobody_waits_for_a_staller",
]


@pytest.fixture
def start():
    """Starts the solution's programs, the flag of `offer` hidden."""
    sources = {
        path.name: HIDE + path.read_bytes()
        for path in (ROOT / "solution").glob("*.py")
    }
    started = []

    def program(name: str, *args: str, **options) -> Program:
        plan = Plan(sources, has_our_parts=True)
        started.append(Program(plan, name, *args, **options))
        return started[-1]

    yield program
    for one in started:
        one.stop()


@pytest.fixture
def chat(start, record, words):
    """A server without MSG_DONTWAIT, as on Windows."""
    narrow = partial(start, "server.py", narrow=True)
    chat = Chat(narrow, record, words)
    yield chat
    chat.close()


@pytest.fixture
def narrow_chat(chat):
    """The same: it is narrow already."""
    return chat


@pytest.fixture
def busy_chat(chat):
    """The same: here it is not races that are looked for."""
    return chat


@pytest.fixture
def narrow():
    """Nothing: each server here is narrow already."""


@pytest.fixture
def impatient():
    """Nothing: no timeout is looked for."""


@pytest.fixture
def functions(start, record, words):
    """The same server, seen from inside."""
    return Functions(partial(start, "", narrow=True), record, words)


@pytest.fixture
def new_client(start, record):
    """Makes clients."""
    return lambda name: Client(partial(start, "client.py"), record, name)
