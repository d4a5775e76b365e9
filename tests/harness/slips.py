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
    when: str = ""  # what was expected holds this

    def is_in(self, facts: Facts) -> bool:
        """Return whether the student's body has it."""
        return (
            facts.task.number in self.tasks
            and (not self.only or facts.test in self.only)
            and bool(re.search(self.when, facts.expected))
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
        (6,),
        r"lock\.acquire\((blocking=)?(False|0)",
        "A lock that nobody waits for guards nothing: who does not get it "
        "changes the backlog all the same. `with self.lock` waits.",
    ),
    Slip(
        (7,),
        r"(\[|pop\()client\.conn\.getpeername\(",
        "Who has gone has no address any more: getpeername raises OSError, "
        "and nobody is struck off. The key is client.id.",
    ),
    Slip(
        (8,),
        r"everyone_but\(batch\[0\]\[0\]\)",
        "A batch may hold lines of several authors: each line is for "
        "everyone but its own author.",
    ),
    Slip(
        (10,),
        r"(?m)^( *)for .*read_lines.*:\n(\1 +.*\n)*?\1 +self\.over\.set\(",
        "over ends the client, and here the first line sets it: set it when "
        "the lines have ended, in a `finally` around the loop.",
    ),
    Slip(
        (3,),
        r"while (?!.*(:=|PEEK)).*\.recv\((?s:.)*\.recv\(",
        "What the first recv brings is thrown away: keep what it gives, and "
        "feed each chunk to the buffer.",
    ),
    Slip(
        (3,),
        r"feed\(\w+\)\[-?\d",
        "A chunk may complete several lines, or none: yield from all of them.",
    ),
    Slip(
        (5,),
        r"msg_queue\.put\(None\)",
        "None ends the sender thread, and with it the chat of all: close() "
        "puts it, and nobody else.",
    ),
    Slip(
        (5,),
        r"put\(\(client\.id, f?[\"'](?!Bye!|Server)",
        "What a client sent goes on msg_queue, and nothing else: nobody is "
        "told of who comes or goes (P10).",
    ),
    Slip(
        (5,),
        r"while [^\n]*:\n\s+try:(?s:.)*LineTooLong",
        "Past the limit there is no next line to trust: after the message it "
        "leaves.",
        only=("test_line_too_long",),
    ),
    Slip(
        (6,),
        r"if self\.writing:\s+return(?s:.)*BACKLOG_LIMIT",
        "While a writer thread is at work the backlog grows as well: look at "
        "BACKLOG_LIMIT then, too.",
        only=("test_staller_is_dropped",),
    ),
    Slip(
        (1,),
        r"in (repr|ascii)\(text\)|"
        r"(\w+) = (repr|ascii)\(text\)\n\s+if [^\n]* in \2\b",
        "repr shows a newline as two characters, and shows a backslash with "
        "an n behind it just like that: look into the text itself.",
        only=("test_encode_text",),
    ),
    Slip(
        (2,),
        r"self\.(?!rest)\w+ = len\(self\.rest\)",
        "What was searched is counted from where the rest began: as soon as "
        "a line is cut off, the next search begins at 0.",
        only=("test_feed_glued",),
    ),
    Slip(
        (3,),
        r"len\(data\) (%|==|>=) (?!0)",
        "A chunk of just the size that was asked for may be the last for a "
        "long time: yield what is there, and only then wait for more.",
        only=("test_read_glued_and_split",),
    ),
    Slip(
        (4,),
        r"welcome\.__dict__|ChatServer\.\w*ids|global \w*ids|"
        r"Client\.\w*id\w* \+?=",
        "Each server counts for itself, from 0: self.ids.",
        only=("test_accept_thread_ends",),
    ),
    Slip(
        (5,),
        r"\.lines\b",
        "read_lines has yielded the lines before the long one already: with "
        "error.lines they are said twice.",
        unless=r"LineBuffer",
        only=("test_line_too_long",),
    ),
    Slip(
        (5,),
        r"(islice\(|\bnext\()(?s:.)*\bfor \w+ in",
        "The first line may be the goodbye as well: one loop for all lines.",
        unless=r"\bwhile\b",
        only=("test_nothing_after_goodbye", "test_nothing_is_left"),
    ),
    Slip(
        (6,),
        r"ctypes|\.value\b|c_char",
        "In C a string ends at its first NUL, and here NUL is a byte like "
        "any other: keep bytes.",
        only=("test_late_readers_get_everything",),
    ),
    Slip(
        (6,),
        r"self\.\w+ (= [^\n]*\+|\+=) 1\b(?s:.){,80}self\.drop\(",
        "How often somebody was behind does not count: whoever has caught up "
        "begins anew. Past BACKLOG_LIMIT, and only then, drop.",
        only=(
            "test_newcomers_beside_a_staller",
            "test_late_readers_get_everything",
            "test_staller_is_dropped",
        ),
    ),
    Slip(
        (7,),
        r"(?s)def join\((?:(?!def ).)*\.(writing|gone|backlog)\b",
        "Who is behind has not left: join enters the newcomer, and strikes "
        "nobody off.",
    ),
    Slip(
        (8,),
        r"\b(batch\[0\]|entry|item|line|text|pair|message) (==|in) "
        r"(last|previous|prev|before|seen)",
        "Who says the same twice means it: each line is delivered, whatever "
        "came before it.",
        only=("test_text_to_the_letter", "test_no_line_is_held_back"),
    ),
    Slip(
        (8,),
        r"if not (listeners|others|clients|receivers|recipients|everyone)"
        r"\b[^\n]*:\n +(?!continue|break|return|pass)",
        "What was said while nobody was there is heard by nobody: a newcomer "
        "hears what is said from then on.",
        only=("test_no_line_is_held_back",),
    ),
    Slip(
        (9,),
        r"(range\(|while \w+ <)(?s:.)*\.clients(\.get\(|\[)",
        "An id is not a place in a list: those who came before may have "
        "left. Walk self.roster.everyone_but(None).",
    ),
    Slip(
        (10,),
        r"(find|index|split|partition)\([\"'](\\0|\\x00)[\"']",
        "In C a string ends at its first NUL; here it is a control character "
        "like others, and visible() shows it.",
    ),
    Slip(
        (10,),
        r"\.lines\b|[\"']lines[\"']",
        "read_lines has yielded the lines before the long one already: with "
        "error.lines they are printed twice.",
        only=("test_server_talks_nonsense",),
    ),
    Slip(
        (10,),
        r"(?<![\"'])\.format\(",
        "The text of a line is no format: a brace in it would be one.",
        only=("test_prints_each_line",),
    ),
    Slip(
        (10,),
        r"read_lines\(.*RELAY_LIMIT(?s:(?!print\().)*\bcontinue\b",
        "Each line is printed, however many come, and whatever is in them.",
        unless=r"[Tt]imeout|select",
        only=("test_prints_lines_not_chunks",),
    ),
    Slip(
        (11,),
        r"input\(|input, GOODBYE|(strip|suffix)\([\"']\\n[\"']\)|\[:-1\]",
        "On Windows a line ends with two characters, so the goodbye has a "
        'carriage return behind it: take both off, rstrip("\\r\\n").',
        unless=r"\A(?!(?s:.*)input, GOODBYE)(?s:.*)\\r|"
        r"strip\(\) == GOODBYE|printer\.join\(\)",
        only=("test_goodbye_unanswered",),
    ),
    Slip(
        (3,),
        r"settimeout\([^N][^\n]* if \w+ else None\)|"
        r"select\(\[conn\], \[\], \[\], \S",
        "A line ends with its newline, not with a pause: yield it at once, "
        "whether more comes or not.",
        unless=r"if not [^\n]*:\s+continue",
        only=(
            "test_read_as_they_come",
            "test_read_glued_and_split",
            "test_read_unfinished",
            "test_read_too_long",
        ),
    ),
    Slip(
        (7,),
        r"(?s)def leave\(.*backlog(\.clear\(\)| = )|del \w+\.backlog",
        "Who says Bye! reads on until the end of the stream: what waits in "
        "the backlog is still to come. The roster only strikes off.",
    ),
    Slip(
        (10,),
        r"leaving\.is_set\(\)[^\n]*:\s+(break|return|continue)|"
        r"while not self\.leaving|"
        r"if not self\.leaving\.is_set\(\):\s+print\(visible",
        "When we say Bye!, lines are still on their way: print all that "
        "comes until the connection ends.",
        only=("test_prints_each_line",),
    ),
    Slip(
        (2,),
        r"latin.?1|iso-?8859|cp1252|[\"']ascii[\"']",
        "What is not UTF-8 must not become other letters, but U+FFFD: "
        'decode("utf-8", "replace").',
    ),
    Slip(
        (3,),
        r"len\(data\) < (?!1\b)",
        "A chunk may be shorter than what was asked for at any time: only "
        'b"" is the end.',
    ),
    Slip(
        (3,),
        r"Bye!|GOODBYE",
        "What a line says is no matter for read_lines: only the end of the "
        "stream is its end.",
        only=("test_read_as_they_come",),
    ),
    Slip(
        (4,),
        r"with self\.roster\.lock:\s+self\.roster\.join",
        "join takes the lock of the roster itself, and waits for ever for "
        "who holds it already: for you. Call it without.",
    ),
    Slip(
        (4,),
        r"conn\.setblocking\((False|0)",
        "A connection that does not wait for the next line gives an error "
        "where it should wait: leave it as it is.",
    ),
    Slip(
        (4,),
        r"msg_queue\.put",
        "Who joins is greeted, and nobody else is told anything (P6).",
    ),
    Slip(
        (4,),
        r"self\.ids = (itertools\.)?count",
        "An id is never used again, also when all have left: self.ids goes "
        "on.",
    ),
    Slip(
        (5,),
        r"with client\.lock",
        "Who delivers to this client needs its lock, and you hold it while "
        "you wait for a line: take no lock here.",
    ),
    Slip(
        (5,),
        r"stop_event\.set\(",
        "stop_event ends the whole server; somebody who leaves ends this "
        "loop only.",
    ),
    Slip(
        (5,),
        r"except[^\n]*LineTooLong(?s:.*)\.recv\(",
        "Who never stops is never heard out: hang_up does that, and not for "
        "long.",
        only=("test_line_too_long",),
    ),
    Slip(
        (5,),
        r"hang_up\(\)(?!\s+return)(?s:.*)msg_queue\.put",
        "The goodbye must be on msg_queue before the connection is closed: "
        "put each line at once, the goodbye too.",
        only=("test_nothing_after_goodbye", "test_nothing_is_left"),
    ),
    Slip(
        (6,),
        r"setblocking\((False|0)",
        "setblocking changes the connection, not one call: who waits in recv "
        "on it meanwhile gets an error, and is thrown out. offer never "
        "waits.",
    ),
    Slip(
        (6,),
        r"finally:\s+self\.drop\(",
        "`finally` comes always, also when all was sent: drop only after an "
        "OSError.",
    ),
    Slip(
        (6,),
        r"(?s)def writer_thread.*sendall\(.*del self\.backlog\[\s*:\s*\d",
        "While a chunk was on its way more may have come: cut off just what "
        "was sent, len(chunk).",
        unless=r"backlog\[: ?65536\]\)?\n\s+del self\.backlog",
    ),
    Slip(
        (6,),
        r"(?s)def writer_thread.*\boffer\(",
        "offer takes what fits now, and the writer thread is there to wait: "
        "sendall.",
        unless=r"(?s)def writer_thread.*(sendall|select|[=:\[] ?offer)",
    ),
    Slip(
        (7,),
        r"range\(len\(self\.clients(?s:.)*self\.clients(\[|\.get\()",
        "Ids have gaps once somebody has left: go through those who are "
        "there, self.clients.values().",
    ),
    Slip(
        (7,),
        r"def everyone_but\([^)]*=\s*\[\]",
        "A list as a default is made once, and grows from call to call: make "
        "a new one each time.",
    ),
    Slip(
        (7,),
        r"len\((self\.)?\w+\) [!=]= len",
        "As many as before need not be the same as before: make the list "
        "each time.",
    ),
    Slip(
        (7,),
        r"(?<!\.)\bid not in self\.clients",
        "What somebody has said counts, gone or not: give those who are "
        "there.",
        only=("test_departed_are_off_the_roster", "test_leavers_on_the_line"),
    ),
    Slip(
        (7,),
        r"conn\.(close|shutdown)\(|\.drop\(",
        "The roster only strikes off. Who called it has last words to say: "
        "leave the connection as it is.",
    ),
    Slip(
        (7,),
        r"islice|\]\[:\d+\]",
        "Everyone is everyone, however many there are.",
    ),
    Slip(
        (7,),
        r"lock\.acquire\(",
        "A `return` on the way leaves the lock locked for ever. `with "
        "self.lock` lets go of it whatever happens.",
        unless=r"finally|def leave(?s:(?!def |release).)*acquire",
        only=("test_nobody_hears_himself", "test_coming_and_going"),
    ),
    Slip(
        (7,),
        r"(?s)def (join|leave)\b(?:(?!self\.lock|def ).)*(def |\Z)",
        "A lock holds for those alone who take it: each method of the roster "
        "must, `with self.lock`.",
        unless=r"[^R]Lock\(\)",
        only=("test_coming_and_going",),
    ),
    Slip(
        (7,),
        r"def join(?s:(?!def ).)*\.deliver\(",
        "The roster tells nobody who comes or goes: it enters and strikes "
        "off, no more.",
    ),
    Slip(
        (8,),
        r"GOODBYE|Bye!",
        "The goodbye is a line like any other here: deliver it, too (P9).",
        unless=r"\bbreak\b|\breturn\b",
    ),
    Slip(
        (8,),
        r"(?m)^(?!.*(print|log)).*\{(c|client|other|who)\.id\}:",
        "In front stands who has said it, not who hears it.",
    ),
    Slip(
        (8,),
        r"\[(c|client)\]\[id\] = ",
        "Who has two turns in one batch is heard with both: keep a list, and "
        "add to it.",
    ),
    Slip(
        (8,),
        r"\bnot in authors\b",
        "An author hears all but the own lines, those of the same batch as "
        "well.",
    ),
    Slip(
        (8,),
        r"dict\.fromkeys\(batch|set\(batch\)",
        "Who says the same twice means it: deliver each line of the batch.",
    ),
    Slip(
        (8,),
        r"splitlines\(",
        "A text is one line: nothing in it ends one, U+2028 does not and a "
        "form feed does not.",
    ),
    Slip(
        (8,),
        r"(?m)^(?!.*(print|log)).*(\]|[\"']|\btext)\[:\d+\]",
        "The text must stay as it is, as long as it is: cut nothing.",
    ),
    Slip(
        (8,),
        r"(?s)(\w+) = \(\s*encode_line\(.* in group\s*\).*everyone_but"
        r".*\b\1\b",
        "A generator can be read once, then it is empty: make a list of it "
        "first.",
    ),
    Slip(
        (9,),
        r"(?m)^( *)for [^\n]*:\n(\1 +[^\n]*\n)*?\1 +(time\.)?sleep\(",
        "One after the other gets that pause, and with many it is too long: "
        "pause for nobody.",
        only=("test_interrupt_in_bad_company",),
    ),
    Slip(
        (9,),
        r"while (?s:.*)(\.empty\(|qsize\(|unfinished_tasks)",
        "While somebody talks there is no quiet moment: lines that wait must "
        "not keep the server from its end.",
        unless=r"\bget(_nowait)?\(",
        only=(
            "test_same_port_again",
            "test_interrupt_in_a_flood",
            "test_close_ends_every_thread",
        ),
    ),
    Slip(
        (9,),
        r"(?s)\.drop\(.*accept\.join\(",
        "Who comes after the drops is dropped by nobody: end the accept "
        "thread first.",
        only=("test_close_ends_every_thread",),
    ),
    Slip(
        (9,),
        r"if (not \w+|len\(\w+\) == 0):(?s:.*)\breturn\b",
        "Also when nobody is connected the sender thread has to be ended, "
        "and joined.",
        only=("test_close_ends_every_thread",),
    ),
    Slip(
        (9,),
        r"GOODBYE|Bye!",
        "Nobody has said goodbye, so nobody is told so: drop everyone, no "
        "more.",
    ),
    Slip(
        (10,),
        r"html|escape\(",
        "Only control characters are shown as escapes, < and & stay as they "
        "are: print visible(line).",
    ),
    Slip(
        (10,),
        r"expandtabs|replace\(['\"]\\t['\"]",
        "A tab is a control character like others: print visible(line).",
    ),
    Slip(
        (10,),
        r"= \w+\.split\(['\"]:",
        "Not each line has one colon: there may be none, or more in the "
        "text. Print the whole line.",
    ),
    Slip(
        (10,),
        r"(?m)^(?!.*(print|while)).*\bnext\((?s:.)*\bfor \w+ in",
        "Each line is printed, the greeting too: no next() before the loop.",
    ),
    Slip(
        (10,),
        r"print\([^\n]*\bnext\(",
        "There may be no first line, and then next() raises StopIteration: "
        "one loop for all lines.",
        only=("test_server_closes", "test_server_vanishes"),
    ),
    Slip(
        (10,),
        r"line [!=]= (self\.)?(last|previous|before)\w*",
        "Who says the same twice means it: print each line.",
    ),
    Slip(
        (10,),
        r"splitlines\(",
        "read_lines has cut the lines already, and splitlines() cuts at "
        "U+2028 and more: print visible(line).",
    ),
    Slip(
        (10,),
        r"makefile\(",
        "A file knows no limit, takes half a line for one at the end, and as "
        "text ends lines at a \\r: go through read_lines(self.conn, "
        "RELAY_LIMIT).",
    ),
    Slip(
        (11,),
        r"for line in sys\.stdin:(?s:.*)encode_line\(line\)",
        "A line of sys.stdin still has its newline, and encode_line refuses "
        'it: rstrip("\\r\\n") first.',
        unless=r"line = |line\[",
    ),
    Slip(
        (11,),
        r"encode_line\(\w+, (4095|LINE_LIMIT - 1)",
        "4096 bytes are allowed, the newline not counted: encode_line knows "
        "the limit.",
    ),
    Slip(
        (11,),
        r"replace\(['\"]\\r['\"]",
        "Only the end of the line is taken off. A \\r in the middle is text, "
        'and is sent: rstrip("\\r\\n").',
    ),
    Slip(
        (11,),
        r"\n {8}except ValueError",
        "A line that is too long ended the input: catch ValueError inside "
        "the loop, and go on.",
        only=("test_too_long_to_send",),
    ),
    Slip(
        (11,),
        r"def input_thread",
        "The goodbye must end the loop: after it comes leave(), also when "
        "the input goes on.",
        unless=r"(?i)GOODBYE|bye!|NotImplementedError",
        only=("test_says_goodbye", "test_goodbye_unanswered"),
    ),
    Slip(
        (11,),
        r"stdin\.close\(",
        "The input thread reads there, and close waits for it: leave "
        "sys.stdin alone.",
    ),
    Slip(
        (3, 5, 10),
        r"settimeout\((?!None)|select\.select\(",
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
        r"conn\.settimeout\([^N]|setdefaulttimeout\([^N]",
        "A pause is no departure: who says nothing for a while may speak "
        "again. A connection gets no timeout.",
        only=("test_silent_connection",),
    ),
    Slip(
        (3,),
        r"settimeout\([^N]",
        "A timeout is the connection's, not recv's: whoever sends on it "
        "meanwhile has it as well. Wait without one.",
        only=("test_read_unfinished", "test_read_too_long"),
    ),
    Slip(
        (3,),
        r"with conn\b(?!\.)|with closing\(conn|conn\.(close|shutdown)\(",
        "The connection is closed here, and whoever called has last words to "
        "send: leave it open.",
        only=("test_read_unfinished", "test_read_too_long"),
    ),
    Slip(
        (3,),
        r"(?<!recv\()\blimit \+ 2\b",
        "A \\r before the newline counts as well: more than `limit` bytes "
        "before the newline are too long.",
        only=("test_read_too_long",),
    ),
    Slip(
        (3,),
        r"LineBuffer\(.*fileno|fileno.*LineBuffer\(",
        "What another connection left behind came first: each call needs a "
        "LineBuffer of its own.",
    ),
    Slip(
        (1, 8, 10, 11),
        r"normalize\(",
        "The text must stay as it is: normalize makes other characters of "
        "some.",
    ),
    Slip(
        (2,),
        r"utf-8-sig|utf_8_sig",
        "The text must stay as it is: utf-8-sig takes a mark away that may "
        "stand at the beginning of a line.",
    ),
    Slip(
        (2,),
        r"(replace|strip)\(b?['\"]\\(x00|0)['\"]",
        "The text must stay as it is: nothing in it is taken out.",
    ),
    Slip(
        (2,),
        r"self\.(\w+)\.clear\(\)(.|\n)*return self\.\1\b",
        "It is the same list each time, so what was given before changes: "
        "each call gives a list of its own.",
    ),
    Slip(
        (2,),
        r"return \[[^\]]*\] \+ self\.feed\(|\+ self\.feed\(",
        "A chunk may hold thousands of lines, and a function can call itself "
        "a thousand times at most: go through them in a loop.",
        only=("test_feed_glued",),
    ),
    Slip(
        (2,),
        r"except UnicodeDecodeError.*:\n(?!.*replace)",
        "Half a character at the end is no reason to wait: the lines before "
        "it are whole. Cut first, and decode each whole line.",
        only=("test_feed_cut_character",),
    ),
    Slip(
        (4,),
        r"\.join\((0?\.\d+|timeout)",
        "A join waits, and meanwhile nobody is let in: is_alive() says at "
        "once whether a thread has ended.",
        only=("test_many_at_once",),
    ),
    Slip(
        (4,),
        r"BoundedSemaphore|Semaphore\(|>= ?\d\d+",
        "There is no most: each connection is served at once, however many "
        "there are.",
        only=("test_many_at_once",),
    ),
    Slip(
        (4,),
        r"for \w+ in self\.ids\b"
        r"|\A(?=(?s:.)*OSError)(?s:(?!\.accept\().)*next\(self\.ids\)",
        "An id went to nobody: take the next one when somebody has come.",
        only=("test_out_of_descriptors",),
    ),
    Slip(
        (4,),
        r"getpeername\(",
        "Who has gone already has no address any more: getpeername raises "
        "OSError, and the connection stays open. Nothing here needs it.",
        only=("test_out_of_descriptors",),
    ),
    Slip(
        (5,),
        r"conn\.send(all)?\(",
        "Only deliver knows what is still to be sent before that: "
        "client.deliver(encode_line(...)).",
        only=("test_line_too_long",),
        when=r"hears",
    ),
    Slip(
        (5,),
        r"\A(?=(?s:.)*roster\.leave)(?s:.)*conn\.close\(\)",
        "close leaves a writer thread behind that still waits: hang_up, "
        "whatever ended the stream.",
        only=("test_nothing_is_left",),
    ),
    Slip(
        (5,),
        r"(?m)^( *)with self\.roster\.lock:\n(\1 +.*\n)*?\1 +.*roster\.leave",
        "leave takes the lock of the roster itself, and waits for ever for "
        "who holds it already: for you. Call it without.",
    ),
    Slip(
        (5,),
        r"(?m)^( *)with self\.roster\.lock:\n(\1 +.*\n)*?\1 +.*hang_up",
        "hang_up may wait half a second, and meanwhile everybody waits for "
        "the lock: leave the roster, then hang up without the lock.",
    ),
    Slip(
        (5,),
        r"line [!=]= (self\.|client\.)?(last|previous|before)\w*",
        "Who says the same twice means it: put each line on msg_queue.",
    ),
    Slip(
        (6,),
        r"if self\.writing:\s+return",
        "While a writer thread is at work new data joins the backlog, and it "
        "sends that as well: leave nothing out.",
        unless=r"def deliver(?s:(?!if self\.writing).)*"
        r"backlog( \+?= |\.extend)",
        only=("test_late_readers_get_everything",),
    ),
    Slip(
        (6,),
        r"(?m)^( +)if not self\.writing:\n(?:.*\n)*?\1elif self\.backlog:\n"
        r"\s+self\.start_writer",
        "More than one writer thread is at work for the same client: start "
        "one only if none is (writing).",
        unless=r" if self\.writing\b",
    ),
    Slip(
        (6,),
        r"def deliver(?s:(?!def ).)*\bsendall\(",
        "sendall waits until this client reads, and with it the sender "
        "thread, and with that everybody. Offer, and leave the rest to a "
        "writer thread.",
        unless=r"setblocking|settimeout|SO_SNDTIMEO|DONTWAIT|lock\.locked|"
        r"def deliver(?s:(?!def writer).)*(Thread\(|lambda)",
    ),
    Slip(
        (6,),
        r"SO_SNDTIMEO",
        "Who takes nothing for a while is only slow: a client is dropped "
        "past BACKLOG_LIMIT, and not by the clock.",
    ),
    Slip(
        (6,),
        r"threading\.Thread\(",
        "hang_up waits for the thread in self.writer, and nobody notes this "
        "one there: start_writer does.",
        unless=r"self\.writer = |start_writer\(",
        only=("test_late_readers_get_everything",),
    ),
    Slip(
        (6,),
        r"self\.behind\b",
        "What a client has taken meanwhile is not counted off: the backlog "
        "itself says how far behind it is, len(self.backlog).",
    ),
    Slip(
        (6,),
        r"while not self\.gone",
        "Who is gone gets nothing new, and what waits already is still to be "
        "sent: the writer thread ends when the backlog is empty.",
    ),
    Slip(
        (6,),
        r"(?s)def writer_thread.*\.(find|partition|split)\(b['\"]\\n",
        "What waits need not begin where a line begins: send bytes, wherever "
        "a line ends.",
        only=("test_late_readers_get_everything",),
    ),
    Slip(
        (6,),
        r"rfind\(b['\"]\\n['\"], 0, \d+\)",
        "A line may be longer than that (RELAY_LIMIT), and then it waits for "
        "ever: send bytes, wherever a line ends.",
    ),
    Slip(
        (6,),
        r"pending \+= self\.backlog|pending\.extend\(self\.backlog",
        "What the writer thread takes over is not bounded any more: take a "
        "piece from the backlog, and the next when that one is sent.",
        only=("test_staller_is_dropped",),
    ),
    Slip(
        (7,),
        r"\bid or 0\b|int\(id or",
        "None is not 0: with None everybody is meant, client 0 as well.",
    ),
    Slip(
        (8,),
        r"startswith\(",
        "A line that begins with a number need not be of that author: 1 is "
        "the beginning of 10 too. Compare the ids.",
        only=("test_text_to_the_letter",),
    ),
    Slip(
        (8,),
        r"\.monotonic\(\)|time\.time\(\)",
        "Who has come a moment ago must hear the next line: ask the roster "
        "for each batch.",
        only=("test_gone_in_the_middle", "test_one_order"),
    ),
    Slip(
        (8,),
        r"in \{?\[?\{?c(lient)?\.id for c|if id (not )?in self\.roster",
        "What somebody has said counts, gone or not: deliver it to all who "
        "are there.",
        only=("test_gone_in_the_middle",),
    ),
    Slip(
        (9,),
        r"SO_LINGER",
        "SO_LINGER 0 throws away what is still under way, and the client "
        "sees a reset: cut the connection with drop(), and nothing else.",
    ),
    Slip(
        (9,),
        r"threading\.enumerate\(",
        "Not each thread of the program is the server's, and the one that "
        "calls close never ends: join those of self.threads.",
    ),
    Slip(
        (9,),
        r"writer\.join\(",
        "One after the other gets half a second, and with many that is too "
        "long: at the end nobody's last words are waited for.",
    ),
    Slip(
        (10,),
        r"replace\(['\"]\\\\\\\\['\"]",
        "Only control characters are shown as escapes, a backslash stays as "
        "it is: print visible(line).",
    ),
    Slip(
        (10,),
        r"unicodedata\.category|isprintable",
        "Only control characters are shown as escapes. A joiner or a soft "
        "hyphen is none: print visible(line).",
    ),
    Slip(
        (10,),
        r"visible\((line|text)\)\[:",
        "What is shown may be longer than what came, since an escape has "
        "four characters: cut nothing.",
        only=("test_control_characters",),
    ),
    Slip(
        (10,),
        r"strip\((?![\"']\\n[\"'])",
        "read_lines has dropped the line's end; what is still there is text: "
        "no strip.",
        unless=r"\A(?!(?s:.)*visible\()",
        only=("test_control_characters",),
    ),
    Slip(
        (10,),
        r"partition\(['\"]:",
        "A server can say anything, before the colon as well: make the whole "
        "line visible.",
        only=("test_control_characters",),
    ),
    Slip(
        (10,),
        r"\bsleep\(",
        "After a thousand lines that pause is many seconds: print each line "
        "as it comes.",
        only=("test_prints_lines_not_chunks",),
    ),
    Slip(
        (10,),
        r"settimeout\((?!None)",
        "When the time is up the half line that waits in read_lines is lost: "
        "wait for the next line without a timeout.",
        only=("test_prints_lines_not_chunks",),
    ),
    Slip(
        (10,),
        r"select\.select\(",
        "What waits in the socket may be half a line, and the rest late: "
        "print each line at once.",
        only=("test_prints_lines_not_chunks",),
    ),
    Slip(
        (10,),
        r"except LineTooLong(.|\n)*continue|while True(.|\n)*LineTooLong",
        "Past the limit there is no next line to trust: LineTooLong ends the "
        "connection, as an OSError does.",
        only=("test_server_talks_nonsense",),
    ),
    Slip(
        (11,),
        r"readline\(\w",
        "readline(n) brings n characters at most, and what is left of the "
        "line comes as another one: read whole lines.",
        only=("test_too_long_to_send",),
    ),
    Slip(
        (11,),
        r"encode_line\([^\n]*visible\(|(text|line) = visible\(",
        "What is typed is sent as it is; visible is for what is printed.",
    ),
    Slip(
        (11,),
        r"\.isspace\(\)|if not text\.strip\(\)",
        "A line of spaces is a message as well: send it.",
        only=("test_sends_each_line",),
    ),
    Slip(
        (11,),
        r"\bopen\(0|fdopen\(",
        "open ends a line at a lone \\r as well. sys.stdin is set up "
        "already: go through its lines.",
        only=("test_sends_each_line",),
    ),
    Slip(
        (11,),
        r"select\.select\(\[sys\.stdin",
        "Several lines may come at once. Python keeps the others, and select "
        "knows nothing of them: go through the lines of sys.stdin.",
        only=("test_sends_each_line",),
    ),
    Slip(
        (11,),
        r"warnings\.warn\(",
        "The same warning is shown once, the next line that is too long goes "
        "without a word: print it, file=sys.stderr.",
    ),
    Slip(
        (11,),
        r"encode_line\(text\[:|\[:(LINE_LIMIT|4096)\]",
        "A line that is too long is not sent at all, not even its beginning.",
        only=("test_too_long_to_send",),
    ),
    Slip(
        (11,),
        r"(?s)GOODBYE\)\).*leaving\.set",
        "The answer may be here before you have said that it is you who "
        "leave: self.leave() sets that first, then sends.",
        unless=r"\A(?s:(?!GOODBYE\)\)).)*leaving\.set",
        only=(
            "test_says_goodbye",
            "test_end_of_input",
            "test_goodbye_unanswered",
        ),
    ),
    Slip(
        (11,),
        r"select\.select\(\[self\.conn",
        "The others may talk on for ever: join the printer, LINGER seconds "
        "at most.",
        only=("test_goodbye_unanswered",),
    ),
    Slip(
        (11,),
        r"sys\.exit\(",
        "finish says it on standard output, and returns the code.",
        only=("test_ended_by_the_server",),
    ),
    Slip(
        (6,),
        r"(?s)def writer_thread.*settimeout\([^0N]",
        "A timeout is the connection's: whoever waits in recv on it has it "
        "as well, and is thrown out. Let sendall wait.",
        only=(
            "test_late_readers_get_everything",
            "test_newcomers_beside_a_staller",
        ),
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
        unless=r"(drop\(\)|join_all\()(?s:.)*hang_up\(",
    ),
    Slip(
        (8,),
        r"(?s)\A(?:(?!next_batch).)*everyone_but.*next_batch",
        "Ask the roster when the batch is there: who joins while you wait "
        "for it would not hear it.",
        unless=r"Thread\(|\bdef (?!sender_thread)",
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
        r"\b(if|and|or|(?<!is )not) id( and\b| or\b|:|\]|\)| else)",
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
        unless=r"\.clear\(\)|\bwhile\b(?s:.)*"
        r"( = (collections\.)?(defaultdict\(|\{\}|dict\(\))|\.pop|\bdel )",
    ),
    Slip(
        (8,),
        r"(?s)in group\b.*in group\b"
        r"|everyone_but\([^\n]*:\n[^\n]*in group\b",
        "A group can be read once, then it is empty: make a list of it first.",
        unless=r"(list|tuple|sorted)\(group\)",
    ),
    Slip(
        (11,),
        r"self\.input\.join\(",
        "The input thread may wait for the keyboard for ever: join the "
        "printer, and nobody else.",
        unless=r"leaving\.is_set\(\):\s+(self\.printer\.join\(.*\n\s+)?"
        r"self\.input\.join\(",
    ),
    Slip(
        (10,),
        r"stdout\.write\((?!.*\\n)",
        "read_lines has cut the newline off, and write puts none there: "
        "print does.",
        unless=r"write\(.*\\n|linesep|print\(",
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
        r"conn\.(close|shutdown)\((?s:.)*printer\.join|"
        r"def input_thread(?s:(?!def ).)*conn\.(close|shutdown)\(",
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
        unless=r"split(lines)?\(|find\(|\bfor \w+ in",
        only=("test_feed_glued", "test_feed_whole_line"),
    ),
    Slip(
        (2,),
        r"(?<!r)split\(b\"\\n\", 1\)|(?<!r)partition\(",
        "A chunk may complete several lines: give back all of them.",
        unless=r"\bwhile\b",
        only=("test_feed_glued",),
    ),
    Slip(
        (9, 11),
        r"\bsleep\(",
        "A pause is no join: nobody knows how long a thread takes to end. "
        "Join it.",
        unless=r"(?s)\A(?=.*accept\.join)(?=.*sender\.join)(?=.*join_all)|"
        r"printer\.join",
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
        unless=r"offer\([^\n]*\n([^\n]*\n){0,2}\s+(break|return)\b|"
        r"while \(?\w+ := offer\(",
    ),
    Slip(
        (8,),
        r"msg_queue\.put\(",
        "What is put back comes behind newer lines; and only this thread "
        "makes room on msg_queue, so the put may wait for itself. Deliver "
        "the whole batch.",
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
        unless=r"(?m)^ {8}for \w+ in [^\n]*threads[^\n]*:\n\s+\w+\.join\(",
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
        r"while [^\n]*:\n\s+(try:\n\s+)?for ",
        "read_lines ends with the connection, and the loop around it never "
        "does: one `for` is enough.",
        unless=r"\bbreak\b|\breturn\b|"
        r"(?m:^)( *)while [^\n]*:\n(\1 +[^\n]*\n)*?\1 +self\.over\.set\(",
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
