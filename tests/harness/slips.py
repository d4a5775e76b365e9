"""Slips that can be read off the student's code: a pattern and its cause.

Each holds whatever came of it, so it is told first. A pattern that a right
program may hold as well is bound to the tests (`only`) that it explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harness.causes import Facts


@dataclass(frozen=True)
class Slip:
    """What a body holds (`pattern`), and does not hold (`unless`)."""

    tasks: tuple[int, ...]
    pattern: str
    cause: str
    unless: str = "$^"  # nothing
    only: tuple[str, ...] = ()  # tests; none: all of the task

    def is_in(self, facts: Facts) -> bool:
        """Return whether the student's body has it."""
        return (
            facts.task.number in self.tasks
            and (not self.only or facts.test in self.only)
            and bool(re.search(self.pattern, facts.body))
            and not re.search(self.unless, facts.body)
        )


EVENT_AS_CONDITION = (
    r"\b(if|while|not|and|or) (not )?self\.(leaving|over|stop_event)\s*"
    r"(:|and\b|or\b|\n|$)"
)
NEVER_FALSE = (
    "An Event is never false, whether it is set or not: ask is_set()."
)

SLIPS = (
    Slip(
        (3, 5, 10),
        r"settimeout\(|select\.select\(",
        "A pause is no departure: who says nothing for a while may speak "
        "again. Wait for the next line without a timeout.",
        only=(
            "test_read_silence",
            "test_silence",
            "test_prints_each_line",
        ),
    ),
    Slip(
        (4,),
        r"conn\.settimeout\([^N]",
        "A pause is no departure: who says nothing for a while may speak "
        "again. A connection gets no timeout.",
        only=("test_silent_connection",),
    ),
    Slip(
        (6,),
        r"settimeout\([^0N]",
        "A timeout is a wait, too, and everybody waits with it. Offer, and "
        "leave the rest to a writer thread.",
    ),
    Slip(
        (4, 9, 10),
        EVENT_AS_CONDITION,
        NEVER_FALSE,
    ),
    Slip(
        (11,),
        EVENT_AS_CONDITION,
        NEVER_FALSE,
        only=(
            "test_says_goodbye",
            "test_end_of_input",
            "test_goodbye_unanswered",
            "test_ended_by_the_server",
        ),
    ),
    Slip(
        (9,),
        r"stop_event\.set\b(?!\()",
        "stop_event.set alone does nothing: call it, stop_event.set().",
    ),
    Slip(
        (9,),
        r"(?s)wake\(\).*stop_event\.set\(",
        "Set stop_event first, then wake: the accept thread looks at it as "
        "soon as it is awake.",
    ),
    Slip(
        (9,),
        r"hang_up\(",
        "hang_up may take half a second for each client, one after the "
        "other: drop() them all, and their threads hang up.",
    ),
    Slip(
        (8,),
        r"(?s)\A(?:(?!next_batch).)*everyone_but.*next_batch",
        "Ask the roster when the batch is there: who joins while you wait "
        "for it would not hear it.",
    ),
    Slip(
        (9,),
        r"msg_queue\.join\(",
        "msg_queue.join() waits until somebody has said task_done() for each "
        "line, and nobody does: put None, then join the sender thread.",
    ),
    Slip(
        (5,),
        r"msg_queue\.join\(",
        "msg_queue.join() waits until somebody has said task_done() for each "
        "line, and nobody does: put the line, and go on.",
    ),
    Slip(
        (7,),
        r"[^R]Lock\(\)",
        "Each Lock() is a new one, which nobody else holds: take the one of "
        "the roster, `with self.lock`.",
    ),
    Slip(
        (7,),
        r"\b(if|and|or|not) id( and\b| or\b|:|\]|\)| else)",
        "0 is an id, too, and counts as false: ask whether it is None.",
    ),
    Slip(
        (7,),
        r"= self\.clients\n(?s:.*)(\.pop\(id|del \w+\[id)",
        "`= self.clients` is no copy, but the table itself: what is taken "
        "out of it is gone for everybody.",
    ),
    Slip(
        (8,),
        r"(while|if) self\.next_batch\(\)\s*:",
        "Each next_batch() takes new lines off the queue: keep what it gives "
        "back, or it is lost.",
    ),
    Slip(
        (8,),
        r"(?s)\A(?:(?!\bwhile\b).)* = [\w.]*(defaultdict\(|\{\}|dict\(\))",
        "The notes must begin empty for each batch, or an old line is "
        "delivered again.",
        unless=r"\.clear\(\)",
    ),
    Slip(
        (8,),
        r"(?s)in group\b.*in group\b"
        r"|everyone_but\([^\n]*:\n[^\n]*in group\b",
        "A group can be read once, then it is empty: make a list of it first.",
    ),
    Slip(
        (11,),
        r"self\.input\.join\(",
        "The input thread may wait for the keyboard for ever: join the "
        "printer, and nobody else.",
    ),
    Slip(
        (10,),
        r"stdout\.write\((?!.*\\n)",
        "read_lines has cut the newline off, and write puts none there: "
        "print does.",
    ),
    Slip(
        (10,),
        r"\.append\(",
        "Nothing is printed before the connection ends: print each line as "
        "it comes.",
    ),
    Slip(
        (10,),
        r"leaving\.set\(",
        "leaving says that it is we who leave. When the connection ends, set "
        "over, and nothing else.",
    ),
    Slip(
        (11,),
        r"def finish",
        "finish must ask who has left: self.leaving.is_set().",
        unless=r"leaving|NotImplementedError",
    ),
    Slip(
        (11,),
        r"conn\.(close|shutdown)\(",
        "Whoever cuts the connection misses the server's last words: send "
        "the goodbye, and let the server close it.",
        only=("test_says_goodbye", "test_end_of_input"),
    ),
    Slip(
        (11,),
        r"sendall\(.*\.encode\(",
        "encode_line makes the line, and refuses one that is too long.",
        unless=r"encode_line",
    ),
    Slip(
        (2,),
        r"\.endswith\(b?[\"']\\n",
        "A chunk may hold several lines, and end in half of one: cut at each "
        "newline, and keep the last piece.",
        unless=r"split\(",
        only=("test_feed_glued", "test_feed_whole_line"),
    ),
    Slip(
        (2,),
        r"(?<!r)split\(b\"\\n\", 1\)|partition\(",
        "A chunk may complete several lines: give back all of them.",
        unless=r"\bwhile\b",
        only=("test_feed_glued",),
    ),
    Slip(
        (9, 11),
        r"\bsleep\(",
        "A pause is no join: nobody knows how long a thread takes to end. "
        "Join it.",
        only=(
            "test_close_ends_every_thread",
            "test_says_goodbye",
            "test_end_of_input",
            "test_goodbye_unanswered",
        ),
    ),
    Slip(
        (6,),
        r"except OSError[^\n]*:\n(\s+self\.drop\(\)\n)?\s+raise\b",
        "deliver must not raise: it drops the client, and whoever called it "
        "goes on with the others.",
        only=("test_broken_connections",),
    ),
    Slip(
        (6,),
        r"(?m)^( +)with self\.lock.*\n(?:(?:\1 .*)?\n)*?\1 +with self\.lock",
        "The same thread takes self.lock twice, and waits for itself: once "
        "is enough.",
    ),
    Slip(
        (6,),
        r"(?s)\A(?:(?!def writer_thread).)*while [^\n]*:\n[^\n]*offer\(",
        "To offer until everything is taken is to wait for this client, and "
        "everybody waits with you: offer once, leave the rest to a writer.",
    ),
    Slip(
        (8,),
        r"groupby\(\s*batch\s*\)",
        "Without a key groupby compares whole pairs, and gives a pair for "
        "the id: groupby(batch, itemgetter(0)).",
    ),
    Slip(
        (8,),
        r"\{(\w+)\}[^\n]*\bfor \1 in group\b",
        "A group holds pairs, (id, text): for _, text in group.",
    ),
    Slip(
        (8,),
        r"\bif (not )?text\b",
        "An empty line is a message as well: deliver it, too.",
        only=("test_text_to_the_letter",),
    ),
    Slip(
        (2,),
        r"\byield\b",
        "A function with `yield` in it gives back a generator: collect the "
        "lines in a list, and return that.",
    ),
    Slip(
        (4,),
        r"thread\.join\(",
        "join waits until this conversation is over, and nobody else is let "
        "in: start the thread, and go on.",
    ),
    Slip(
        (5,),
        r"\.recv\(",
        "One recv brings some bytes, not one line: go through "
        "read_lines(client.conn).",
        unless=r"read_lines|LineBuffer",
    ),
    Slip(
        (10,),
        r"self\.leave\(",
        "leave() is for us who leave, and says goodbye. When the connection "
        "has ended, set over, and nothing else.",
    ),
    Slip(
        (10,),
        r"while True:\n\s+for ",
        "read_lines ends with the connection, and the loop around it never "
        "does: one `for` is enough.",
        unless=r"\bbreak\b|\breturn\b",
    ),
    Slip(
        (11,),
        r"(?s)print\([^\n]*Stopped everything.*\.join\(",
        "The last lines come before `Stopped everything`: wait for the "
        "printer first, then say so.",
        only=("test_says_goodbye",),
    ),
)


def slips(facts: Facts) -> Iterator[str]:
    """Yield what can be read off the student's body."""
    if facts.body:
        for slip in SLIPS:
            if slip.is_in(facts):
                yield slip.cause
