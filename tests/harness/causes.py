"""The likely cause of a failure, in one sentence.

A wrong cause is worse than none: each rule fires on facts that hardly allow
another reading (what came, which exception, where a thread waits, what the
student's body says), and where none fires nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from harness.complaint import Kind
from harness.patience import patience
from harness.slips import slips

if TYPE_CHECKING:
    from harness.story import Scene

VALUES = (Kind.VALUE, Kind.EXCEPTION)
QUIET = (  # tests in which the server says nothing for a while
    "test_prints_each_line",
    "test_prints_lines_not_chunks",
    "test_end_of_input",
)
HUNG = (Kind.SILENCE, Kind.NO_EXIT, Kind.NOT_PRINTED, Kind.LEFT_BEHIND)


LINE_LIMIT = 4096  # bytes
CONTROLS = "test_control_characters"


def likely_cause(scene: Scene) -> str:
    """Return the cause of a failure, "" if it is not plain."""
    facts = Facts(scene)
    rules = [_unfinished, _too_late, _whole_program, _anybody, _left_out]
    if facts.is_composed() or facts.task.file in ("", "framing.py"):
        # Else the mistake may be anywhere, not in this task's body.
        rules[2:2] = [slips, _by_task[scene.task.number]]
    for rule in rules:
        for cause in rule(facts):
            return cause
    return ""


class Facts:
    """What the rules ask for."""

    def __init__(self, scene: Scene) -> None:
        complaint = scene.complaint
        self.task, self.test = scene.task, scene.test
        self.submission = scene.submission
        self.kind = complaint.kind
        self.expected, self.got = complaint.expected, complaint.got
        self.want = complaint.want or b""
        self.have = complaint.have or b""
        self.exceptions = scene.exceptions
        self.threads = scene.threads
        self.limits = scene.limits
        self.attached = scene.attached
        self.is_slow = scene.task.number in patience.slow
        self.step = scene.record.events[-1][2] if scene.record.events else ""
        self.body = self._body()

    def _body(self) -> str:
        """Return the student's code of this task, comments left out."""
        if not self.task.file or self.attached:
            return ""
        file = self.submission.files[self.task.file]
        names = [n for n in self.task.blanks if n in file.functions]
        return "\n".join(_code(file.source(name)) for name in names)

    def blank(self, name: str) -> str:
        """Return the student's code of one blank, "" if it is not there."""
        file = self.submission.files[self.task.file]
        found = [n for n in file.functions if n.endswith(f".{name}")]
        return _code(file.source(found[0])) if found else ""

    def drops_without_shutdown(self) -> bool:
        """Return whether server.py has a Client.drop that only closes."""
        if self.attached:
            return False
        file = self.submission.files["server.py"]
        if "Client.drop" not in file.functions:
            return False
        return "shutdown" not in _code(file.source("Client.drop"))

    def is_composed(self) -> bool:
        """Return whether all but the student's body is the kit's."""
        return self.submission.composable(self.task.file)

    def raised(self, *types: str) -> dict | None:
        """Return the first uncaught exception of one of these types."""
        found = (e for e in self.exceptions if e["type"] in types)
        return next(found, None)

    def raised_in(self, function: str, *types: str) -> bool:
        """Return whether such an exception came out of this function."""
        error = self.raised(*types)
        places = [p for p in error["places"] if not p["ours"]] if error else []
        return bool(places) and places[-1]["function"] == function

    def waits(self, thread: str, word: str) -> bool:
        """Return whether such a thread waits at a line of theirs with it."""
        for found in self.threads:
            if found["name"].startswith(thread) and found.get("file"):
                place = found["file"], found["line"]
                line = self.submission.source_line(*place)
                if not found["ours"] and word in line:
                    return True
        return False

    def is_in(self, thread: str, function: str) -> bool:
        """Return whether such a thread waits in this function."""
        return any(
            found["name"].startswith(thread)
            and found.get("function") == function
            for found in self.threads
        )


def _code(source: str) -> str:
    """Return it without its comments."""
    return "\n".join(line.partition("#")[0] for line in source.split("\n"))


def _unfinished(facts: Facts) -> Iterator[str]:
    """A blank, or a half of one, that still raises."""
    error = facts.raised("NotImplementedError")
    if error is None:
        return
    left = facts.submission.left_to_do(facts.task)
    raised = [
        name
        for name in left
        if error["text"].endswith(name.rpartition(".")[2])
    ]
    if raised:
        yield (
            f"`{raised[0]}` is not filled in yet; it belongs to Task "
            f"{facts.task.number} as well."
        )
    for place in error["places"][-1:]:
        if not place["ours"]:
            yield (
                f"{place['file']}, line {place['line']} still raises "
                "NotImplementedError. Delete that line: your own code "
                "takes its place."
            )


def _anybody(facts: Facts) -> Iterator[str]:
    """What is true whatever the task."""
    yield from _dead_threads(facts)
    if facts.limits:
        yield "The grader went no further: see the limit."
    error = facts.raised("ModuleNotFoundError")
    if error:
        yield (
            "Your programs may use Python's own library, and the three "
            "files framing.py, server.py and client.py; nothing else."
        )
    if facts.raised("BufferError"):
        yield (
            "While send works on the backlog itself nobody else can change "
            "it, hence the BufferError: cut a piece off, and send that."
        )
    for error in facts.exceptions:
        if error["thread"] == "MainThread":
            yield "The exception above ended the program."
        elif error["thread"]:
            yield (
                f"The exception above ended the thread {error['thread']}: "
                "nobody does its work any more."
            )
    if facts.kind is Kind.VALUE and facts.got == "it gave None":
        yield "The function gives nothing back: is there a `return`?"


def _too_late(facts: Facts) -> Iterator[str]:
    """What comes in vain here came too late in another test of the task."""
    too_late = patience.too_late()
    if patience.spent() and not too_late:
        yield "The grader went no further: see the limit."
    hung = facts.kind in HUNG and (facts.is_slow or too_late)
    if facts.kind is Kind.SLOW or hung:
        culprit = "sleep" if "sleep(" in facts.body else "sleep, or a timeout,"
        yield (
            f"It comes, but too late: look for a {culprit} that everybody "
            "has to wait for."
        )


def _whole_program(facts: Facts) -> Iterator[str]:
    """What is no blank, in a program that is graded as it stands."""
    text = "" if facts.attached else facts.submission.text("server.py")
    of_the_server = facts.task.file in ("server.py", "")
    came_wrong = facts.kind in (Kind.WRONG, Kind.SILENCE)
    out_of_order = re.search(r"(Lifo|Priority)Queue\(", text)
    if of_the_server and came_wrong and out_of_order:
        yield (
            "Who speaks first is heard first: msg_queue must be a "
            "queue.Queue, first in, first out."
        )
    client = "" if facts.attached else facts.submission.text("client.py")
    if facts.test == "test_listens_where_told" and "reuse_port" in text:
        yield (
            "With reuse_port two servers share a port, and each gets some of "
            "the guests: who is second must hear that the port is taken."
        )
    if facts.test == "test_control_characters" and not facts.is_composed():
        yield (
            "What steers a terminal is U+0000 to U+001F and U+007F to "
            "U+009F: each of them is shown as \\x and two digits (C6)."
        )
    if b"\r" in facts.want and facts.test == "test_sends_each_line":
        if not re.search(r'newline="(\\n)?"', client):
            yield (
                "A \\r alone ends no line: sys.stdin has to be told so, "
                'newline="\\n".'
            )
    if facts.is_in("MainThread", "input_thread"):
        yield (
            "The main thread waits for the keyboard, and does not see that "
            "the server has gone: give the input a thread of its own."
        )
    if facts.test in QUIET and facts.kind is not Kind.WRONG:
        text = "" if facts.attached else facts.submission.text("client.py")
        connected = re.search(r"create_connection\(.*timeout=", text)
        if connected and "settimeout(None)" not in text:
            yield (
                "The timeout of the connect stays on the socket, and a quiet "
                "server seems to have gone: conn.settimeout(None)."
            )
    if facts.expected.endswith('hears "Bye!"') and facts.kind is Kind.ENDED:
        yield (
            "The client went without a word. Who leaves sends `Bye!` first; "
            "the end of a stream is no goodbye (C3)."
        )
    if facts.raised("ConnectionRefusedError"):
        yield (
            "Nobody listens there, and that is an OSError: catch it where "
            "you connect, say so on standard error, end with code 1 (C5)."
        )
    if of_the_server and facts.is_in("sender", "writer_thread"):
        yield (
            "The sender thread runs the writer itself: run() works off the "
            "function here, start() in a thread of its own."
        )
    if of_the_server and facts.drops_without_shutdown():
        if facts.kind in (*HUNG, Kind.NOT_ENDED):
            yield (
                "Closing a socket wakes nobody who waits for it, and the "
                "peer hears no end: drop must call shutdown."
            )
    if facts.expected == "the server ends with exit code 0":
        if facts.got.endswith("code 1") and not facts.exceptions:
            yield (
                "Ctrl-C is how a server is asked to stop, and no error: end "
                "with exit code 0 then (P12)."
            )
    if facts.raised("KeyboardInterrupt"):
        yield (
            "Ctrl-C raises KeyboardInterrupt in the main thread: catch it "
            "there, and end without a traceback."
        )


def _dead_threads(facts: Facts) -> Iterator[str]:
    """A thread of the server that is not there, though nothing was said."""
    names = [found["name"] for found in facts.threads]
    if facts.exceptions or "MainThread" not in names or facts.kind not in HUNG:
        return
    if facts.task.file != "server.py" or not facts.is_composed():
        return
    if facts.task.number == 9 or facts.test == "test_accept_thread_ends":
        return  # there they are to end
    if "accept" not in names:
        yield "The accept thread has ended: nobody lets newcomers in."
    if "sender" not in names:
        yield "The sender thread has ended: nobody delivers any more."
    if facts.task.number == 4 and len(names) == 3:
        yield "No client thread is at work: was it started?"


# What the code that is given relies on: (task, what the body must hold,
# what is amiss without it).
NEEDED = (
    (4, "roster.join", "Nobody calls roster.join: who is new hears nobody"),
    (4, "deliver", "Nobody calls deliver: the greeting stays in the backlog"),
    (5, "msg_queue", "Nobody puts the lines on msg_queue"),
    (5, "roster.leave", "Nobody calls roster.leave: who left stays on it"),
    (5, "hang_up", "Nobody calls hang_up, which hears it out, then closes"),
    (8, "deliver", "Nobody calls deliver: the lines go nowhere"),
    (9, "stop_event", "Nobody sets stop_event"),
    (9, "wake", "Nobody wakes the accept thread: self.wake()"),
    (9, "None)", "Nobody puts None on msg_queue: the sender waits on"),
    (9, "listener", "Nobody closes the listener"),
    (10, "over", "Nobody sets self.over, so the client waits on"),
)


def _left_out(facts: Facts) -> Iterator[str]:
    """A call that the rest of the program relies on."""
    told = facts.kind not in (Kind.REFUSED, Kind.NOT_READY)
    if told and facts.body and facts.is_composed():
        for task, call, amiss in NEEDED:
            if task == facts.task.number and call not in facts.body:
                if (task, call) == (4, "deliver") and "send" in facts.body:
                    continue  # it went out in another way
                if (task, call) == (9, "wake") and "connect" in facts.body:
                    continue  # so did that
                yield f"{amiss}."


def _encode_line(facts: Facts) -> Iterator[str]:
    slipped = facts.raised("TypeError", "NameError", "AttributeError")
    if slipped and not re.search(rf"raise {slipped['type']}", facts.body):
        return
    if "raises ValueError" in facts.expected and facts.kind is Kind.EXCEPTION:
        yield "It must be a ValueError, since callers catch just that."
    if facts.test == "test_encode_limit" and "LINE_LIMIT" in facts.body:
        if ", 10)" in facts.expected:
            yield "The caller says the limit: `limit`, not LINE_LIMIT."
    if facts.test == "test_encode_limit" and not facts.raised(
        "UnicodeEncodeError"
    ):
        passed = facts.kind is Kind.VALUE and "raises" in facts.expected
        if passed and "len(text)" in facts.body:
            yield (
                "You count characters. The limit counts bytes, and one "
                "character can take up to four: measure the encoded text."
            )
        measured = "getsizeof" not in facts.body
        refused = facts.kind is Kind.EXCEPTION and "returns" in facts.expected
        if refused and measured:
            yield (
                "A line of exactly `limit` bytes is still allowed, the "
                "newline not counted: refuse more than that."
            )
        if facts.kind is Kind.VALUE and "raises" in facts.expected:
            yield "More than `limit` bytes of UTF-8 must raise ValueError."
    if "u2028" in facts.expected and facts.raised("ValueError"):
        yield (
            "Only a newline ends a line: U+2028 and \\r are characters like "
            "any other."
        )
    if facts.kind is Kind.VALUE and "raises" in facts.expected:
        yield (
            "A text with a newline in it would be two lines for whoever "
            "hears it: raise ValueError."
        )
    if facts.raised("UnicodeEncodeError"):
        yield "Not every letter is in that encoding: encode as UTF-8."
    if 'encode_line("")' in facts.expected and facts.have != b"\n":
        yield "An empty text is a message as well: it becomes a newline."
    if facts.got.startswith('it gave "'):
        yield (
            "A str came back, and a socket takes bytes: give the encoded "
            "text back."
        )
    if facts.have.count(b"?") > facts.want.count(b"?"):
        yield (
            "Letters that are not ASCII became question marks: encode the "
            "text as UTF-8."
        )
    if facts.have and facts.have + b"\n" == facts.want:
        yield "The newline at the end is missing."
    if facts.have.endswith(b"\r\n"):
        yield "A newline alone ends the line: no \\r before it."
    if facts.have and facts.have.strip() == facts.want.strip():
        yield "The text must stay as it is: no strip, no second newline."


def _feed(facts: Facts) -> Iterator[str]:
    if facts.test == "test_feed_invalid_utf8":
        if facts.raised("LineTooLong") and "splitlines" not in facts.body:
            yield (
                "What is not UTF-8 grows when it is decoded. Measure the "
                "bytes that came, and decode whole lines only."
            )
        if facts.raised("UnicodeDecodeError"):
            yield (
                "Bytes that are not UTF-8 raise, unless decode is told to "
                'replace them: decode("utf-8", "replace").'
            )
        if "ignore" in facts.body and "\ufffd" not in facts.got:
            yield (
                "What is not UTF-8 must not vanish. It becomes U+FFFD: "
                'decode("utf-8", "replace").'
            )
        return
    if facts.got == "it gave None":
        yield (
            "feed gives back a list, whatever came: an empty one while no "
            "line is whole."
        )
    due = facts.expected.partition(" returns ")[2]
    if '\\n"' in facts.got and due and '\\n"' not in due:
        yield "The newline ends the line, and is no part of it: cut it off."
    if facts.got.startswith('it gave [b"'):
        yield "Bytes came out, and a line is text: decode each whole line."
    if facts.got == "it gave []" and "splitlines" in facts.body:
        if "pop(" in facts.body or "*" in facts.body:
            yield (
                "splitlines() leaves no empty piece behind the last newline, "
                'so a whole line was taken for the rest: split(b"\\n").'
            )
    at_its_end = re.search(r"endswith\(b?[\"']\\n", facts.body)
    if facts.test == "test_feed_glued" and facts.got == "it gave []":
        if at_its_end:
            yield (
                "A chunk may hold whole lines, and end in half of one: cut "
                "at each newline, and keep the last piece."
            )
    if facts.test == "test_feed_other_separators" and (
        "splitlines" in facts.body
    ):
        yield (
            "splitlines() cuts at U+2028, form feeds and more. Only a "
            'newline ends a line: split(b"\\n").'
        )
    if facts.test == "test_feed_carriage_return" and (
        "splitlines" in facts.body
    ):
        yield (
            "splitlines() ends a line at a \\r, too. Only a newline "
            'does: split(b"\\n").'
        )
    if _lost_the_beginning(facts):
        yield (
            "What comes behind the last newline is the beginning of the "
            "next line: keep it in self.rest, and put the next chunk "
            "behind it."
        )
    half = "self.rest" in facts.body and "\ufffd" in facts.got
    half = half and "ascii" not in facts.body
    if facts.raised("UnicodeDecodeError") or half:
        yield (
            "A character can be cut in two between two chunks. Keep bytes, "
            "cut them at the newline, and decode whole lines only."
        )
    if facts.test == "test_feed_carriage_return":
        if re.search(r"strip\(b?[\"'][^)]*\\r", facts.body):
            yield (
                "strip takes away every \\r that it finds at an end, and one "
                'is enough: removesuffix(b"\\r").'
            )
        if "strip()" in facts.body:
            yield (
                "strip() takes away more than one \\r, and spaces as well: "
                'removesuffix(b"\\r").'
            )
        if facts.kind is Kind.VALUE:
            yield "One \\r before the newline is dropped, and nothing else."
    if facts.test == "test_feed_two_connections":
        yield (
            "Two connections share one rest. It belongs to the buffer: "
            "keep it in `self`, not in the class or a global."
        )
    if facts.test == "test_feed_empty_line" and facts.kind is Kind.VALUE:
        yield "An empty line is a message as well: do not leave it out."
    if facts.test == "test_feed_glued" and facts.raised("LineTooLong"):
        yield (
            "The limit is for one line, not for all that a chunk brings: "
            "cut first, then measure each piece."
        )
    if facts.test in ("test_feed_limit", "test_feed_endless"):
        yield from _feed_limit(facts)
    elif facts.kind is Kind.VALUE:
        yield from _feed_rest(facts)


def _feed_limit(facts: Facts) -> Iterator[str]:
    if facts.kind is Kind.EXCEPTION and "returns" in facts.expected:
        if facts.raised("LineTooLong"):
            yield (
                "4096 bytes are still allowed, the newline not counted: "
                "only more than `limit` is too long."
            )
    elif "not in self.rest" not in facts.body and re.search(
        r"(?s)len\(self\.rest\) > self\.limit.*split", facts.body
    ):
        yield (
            "The limit is for one line, not for all that a chunk brings: cut "
            "first, then measure each piece."
        )
    elif "whose lines are" in facts.expected and re.search(
        r"endswith\(b?[\"']\\n", facts.body
    ):
        yield (
            "A chunk may hold whole lines, and end in half of one: cut at "
            "each newline, and keep the last piece."
        )
    elif "whose lines are" in facts.expected:
        yield (
            "LineTooLong must carry the whole lines that came before the "
            "long one, all of them, and none from behind it."
        )
    elif facts.kind is Kind.VALUE and '\\r\\n"' in facts.expected:
        if "splitlines" in facts.body:
            yield "splitlines() takes the \\r away, and it counts as a byte."
        yield (
            "The \\r counts, too: measure the line first, then drop its \\r."
        )
    elif facts.test == "test_feed_endless":
        yield (
            "A rest that is longer than the limit can be refused at once: "
            "whoever never sends a newline would fill the memory."
        )
    elif facts.kind is Kind.VALUE and "LINE_LIMIT" in facts.body:
        yield "Each buffer has its own limit: self.limit, not LINE_LIMIT."
    elif facts.kind is Kind.VALUE and _measures_text(facts.body):
        yield (
            "You count characters. The limit counts bytes: measure each "
            "piece before you decode it."
        )
    elif facts.kind is Kind.VALUE and re.search(
        r"len\((self\.)?rest\b", facts.body
    ):
        if "raises LineTooLong" in facts.expected:
            yield (
                "Each piece must be measured, and the rest as well, whatever "
                "came before it: more than `limit` bytes are too long."
            )
    elif facts.kind is Kind.VALUE:
        yield (
            "More than `limit` bytes must raise LineTooLong, with a newline "
            "behind them and without: look at the rest, too."
        )


def _measures_text(body: str) -> bool:
    """Return whether the length of something decoded is taken."""
    names = re.findall(r"(\w+) = [^\n]*\.decode\(", body)
    taken = rf"len\(({'|'.join(names)})\) [<>]=? [\w.]*limit"
    return bool(names and re.search(taken, body))


def _feed_rest(facts: Facts) -> Iterator[str]:
    if facts.expected.endswith("returns []") and facts.got != "it gave []":
        yield (
            "What has no newline yet is no line: keep it, and put the next "
            "chunk behind it."
        )


def _lost_the_beginning(facts: Facts) -> bool:
    """Return whether a line came without what an earlier feed brought."""
    due = re.search(r'returns \["(.*)"\]', facts.expected)
    came = re.search(r'gave \["(.*)"\]', facts.got)
    if not due or not came or due[1].strip() == came[1].strip():
        return False  # it came, perhaps without its spaces
    if '", "' in due[1]:
        return False  # whole lines may be missing
    return due[1].endswith(came[1].lstrip("\ufffd"))


def _read_lines(facts: Facts) -> Iterator[str]:
    if "decode(" in facts.body and "\ufffd" in facts.got:
        yield (
            "A character can be cut in two between two chunks: give feed the "
            "bytes as they came, since it decodes whole lines only."
        )
    if facts.kind is Kind.SILENCE and facts.step.endswith('yields ""'):
        yield "An empty line is a message as well: yield it, too."
    if facts.test == "test_read_as_they_come" and re.search(
        r"(?m)^(?!\s*(if|while|elif)\b).*strip\(", facts.body
    ):
        yield "The text must stay as it is: no strip."
    again = re.search(r"\bwhile\b|\bfor [^\n]*recv|recv_into", facts.body)
    if facts.kind is Kind.ENDED and "recv(" in facts.body and not again:
        yield (
            "One recv brings what is there now, and more comes later: recv "
            'again and again, until it gives b"".'
        )
    if facts.test == "test_read_as_they_come" and facts.kind is Kind.SILENCE:
        yield (
            "Nothing is yielded before the stream ends: yield the lines of "
            "each chunk before the next recv."
        )
    if facts.got.startswith("it gave ["):
        yield (
            "A list came out. `yield lines` hands out the whole list, "
            "`yield from lines` one line after the other."
        )
    unfinished = facts.test == "test_read_unfinished"
    if facts.kind is Kind.ENDED and "LineTooLong" in facts.expected:
        yield "LineTooLong must go on to the caller: raise it again."
    if facts.kind is Kind.ENDED and facts.test == "test_read_too_long":
        if "LineTooLong" in facts.body:
            yield (
                "LineTooLong was caught, and forgotten: yield its lines, "
                "then raise it again."
            )
    if facts.kind is Kind.ENDED and 'yields ""' in facts.expected:
        yield "An empty line is a message as well, and not the end."
    if facts.kind is Kind.ENDED and not unfinished:
        yield (
            'It ended while the stream was open. Only b"" is the end: a '
            "chunk that completes no line is not."
        )
    if facts.test == "test_read_too_long" and re.search(
        r"LineBuffer\((?!limit|self)", facts.body
    ):
        yield "The limit is not passed on: LineBuffer(limit)."
    if facts.test == "test_read_too_long" and "LineBuffer" in facts.body:
        if facts.kind is Kind.SILENCE and facts.body.count("recv(") > 1:
            yield (
                "A line that is too long may never end: raise LineTooLong "
                "again at once, and read no more."
            )
        if facts.kind is Kind.EXCEPTION:
            yield (
                "LineTooLong carries in `lines` what came before the long "
                "line: yield those, then raise it again."
            )
        if facts.kind is Kind.SILENCE and "raises" in facts.step:
            yield "LineTooLong must go on to the caller: raise it again."
    elif "endswith" in facts.body and "makefile" not in facts.body:
        yield (
            "A newline at the end of a chunk says nothing: there may be more "
            "of them before it. Feed each chunk to the buffer at once."
        )
    elif "makefile" in facts.body:
        pass
    elif "LineBuffer" not in facts.body and facts.kind is not Kind.EXIT:
        yield (
            "One recv brings some bytes, not one line: feed them to a "
            "LineBuffer, and yield the lines that it gives back."
        )
    if facts.kind is Kind.SILENCE and facts.step == "read_lines ends":
        yield (
            'At the end of the stream recv gives b"", again and again: '
            "leave the loop there."
        )
    if facts.test == "test_read_unfinished" and facts.kind is Kind.VALUE:
        if "yields" in facts.expected and "LineBuffer" in facts.body:
            yield (
                "What another connection left behind came first: each call "
                "needs a LineBuffer of its own."
            )
        elif "ends" in facts.expected or "makefile" in facts.body:
            yield (
                "What has no newline when the stream ends is no line: leave "
                "it where it is."
            )
    if facts.kind is Kind.SILENCE and re.search(r"lines\[-?\d]", facts.body):
        yield (
            "A chunk may complete several lines: yield each of them, "
            "yield from lines."
        )
    each_time = r"(?s)\b(while|for) [^\n]*:\n.*LineBuffer\("
    if facts.kind in VALUES and re.search(each_time, facts.body):
        if facts.test == "test_read_glued_and_split":
            yield (
                "The buffer must live as long as the connection: make it "
                "once, before the loop."
            )


def _accept(facts: Facts) -> Iterator[str]:
    if facts.test == "test_ids_are_not_used_again" and "max(" in facts.body:
        yield (
            "An id must never be given again, not even the highest one when "
            "its owner has left: take next(self.ids)."
        )
    closed = r"with conn\b|with closing\("
    if facts.kind in (Kind.ENDED, Kind.RESET) and not facts.exceptions:
        closed += r"|conn\.close\("
    if facts.kind is not Kind.VALUE and re.search(closed, facts.body):
        yield (
            "The connection is closed here, and the conversation has only "
            "begun: the client thread ends it, with hang_up."
        )
    if facts.have.startswith(b"Server: you have") and facts.want.count(b":"):
        if facts.kind is Kind.WRONG and not facts.want.startswith(b"Server"):
            yield (
                "Somebody heard another greeting than the own one, or that "
                "one twice: it is for the newcomer alone, once."
            )
    error = facts.raised("TypeError")
    if error and "argument after *" in error["text"]:
        yield "args takes a list, also for one argument: args=[client]."
    error = facts.raised("AttributeError")
    if error and error["text"].startswith("'tuple' object"):
        yield "accept gives back a pair: the connection, and an address."
    if re.search(r"\.backlog = (?!bytearray)", facts.body):
        yield (
            "The backlog is a bytearray, and stays one: add to it, "
            "client.backlog += ..."
        )
    if facts.got.startswith("still running: client"):
        yield (
            "Nobody waits for the client threads at the end: keep each one "
            "in self.threads, for close to join it."
        )
    if "Executor" in facts.body and facts.kind in HUNG:
        yield (
            "A pool has a fixed number of threads, and each conversation "
            "keeps one: the next client waits for ever. Start a thread for "
            "each connection."
        )
    if facts.kind is Kind.SILENCE and facts.got.startswith("only b"):
        if "the greeting" in facts.expected:
            yield (
                "The greeting came without its newline: encode_line puts it "
                "there."
            )
    if facts.is_in("accept", "client_thread") or facts.is_in(
        "accept", "read_lines"
    ):
        if ".run()" in facts.body:
            yield (
                "The accept thread runs the conversation itself: run() works "
                "off the function here, start() in a thread of its own."
            )
        yield (
            "The accept thread runs the conversation itself. Hand the "
            "function over, and its argument apart: target=..., args=..."
        )
    greeting = b"Server: you have received id "
    if facts.test == "test_greeting" and facts.have and facts.want:
        if not facts.have.startswith(greeting):
            yield "The greeting has other words than P6 says."
        if facts.have[len(greeting) :].strip().isdigit():
            yield "Ids start at 0, and grow by one: take next(self.ids)."
        if b"{" in facts.have:
            yield 'What stands in braces is put in only with an f: f"...".'
    stopping = facts.test == "test_accept_thread_ends"
    if stopping and re.search("end of the stream|exit code", facts.expected):
        if facts.waits("accept", "join("):
            yield (
                "close() drops the clients when the accept thread has ended: "
                "who waits for them here waits for ever."
            )
        elif facts.kind in HUNG and any(
            found["name"] == "accept" for found in facts.threads
        ):
            yield (
                "The accept thread goes on: after each connection it must "
                "look at stop_event."
            )
    if facts.test == "test_out_of_descriptors" and facts.raised(
        "UnboundLocalError", "NameError"
    ):
        yield (
            "accept raised OSError, so there is no connection to welcome: go "
            "on to the next accept."
        )
    if (
        "carol" in facts.expected
        and facts.kind is not Kind.WRONG
        and (facts.test == "test_out_of_descriptors")
    ):
        yield (
            "accept raised OSError, since no descriptor was free, and the "
            "accept thread gave up: it must wait a little, and try again."
        )
    if facts.test in (
        "test_ids_are_not_used_again",
        "test_greeting_first_then_everything",
    ):
        if facts.kind in (Kind.WRONG, Kind.SILENCE) and re.search(
            r"(\bid = |Client\()[^\n]*(len\(self|everyone_but\(None\)\))",
            facts.body,
        ):
            yield (
                "An id must never be given again, and the number of those "
                "present goes down: take next(self.ids)."
            )
    if facts.expected.startswith("on the roster"):
        yield (
            "Who leaves at once was struck off first, and entered after "
            "that: the thread comes last."
        )
    if facts.test == "test_greeting_first_then_everything":
        if facts.kind is Kind.WRONG and not facts.have.startswith(greeting):
            yield (
                "Somebody's line came before the greeting. The greeting "
                "must wait in the backlog before the client joins."
            )
        if facts.kind is Kind.SILENCE and "at last" in facts.expected:
            yield from _left_out(facts)
            yield (
                "The client was greeted before it was on the roster, and "
                "missed what was said in between: join first."
            )


def _listen(facts: Facts) -> Iterator[str]:
    if "RELAY_LIMIT" in facts.body and facts.test == "test_line_too_long":
        yield (
            "RELAY_LIMIT is for what the server relays. A client may send "
            "less (P3): read_lines knows how much."
        )
    stopping = facts.test == "test_stops_in_the_middle"
    if stopping and facts.got.startswith("still running: client"):
        if "stop_event" not in facts.body:
            yield (
                "A client thread goes on with lines that came before the "
                "server was to stop: look at stop_event after each line."
            )
    error = facts.raised("TypeError")
    if error and "str" in error["text"] and "deliver(" in facts.body:
        if any(place["function"] == "deliver" for place in error["places"]):
            yield "deliver takes bytes: make a line of the text, encode_line."
    if any(error["thread"] == "sender" for error in facts.exceptions):
        yield (
            "The sender thread stumbled over what you put on msg_queue: it "
            "must be a pair, (client.id, line), the line without newline."
        )
    if facts.test == "test_no_spinning" or (
        facts.test in ("test_end_of_stream", "test_unfinished_line")
        and facts.kind is Kind.SILENCE
    ):
        if "while" in facts.body:
            yield (
                "At the end of the stream read_lines ends, and stays at its "
                "end. The thread must end with it, not try again."
            )
    catches = re.search(
        r"except(:|[^\n]*\b(LineTooLong|ValueError|Exception)\b)", facts.body
    )
    if facts.raised("LineTooLong") or (
        "line too long" in facts.expected and facts.body and not catches
    ):
        yield (
            "read_lines raises LineTooLong when somebody sends too much: "
            "catch it, and tell the client."
        )
    broke = facts.raised("ConnectionResetError", "BrokenPipeError", "OSError")
    if broke and not re.search(r"OSError|Exception|except:", facts.body):
        yield (
            "A connection that breaks raises OSError. That is a departure "
            "like any other: catch it."
        )
    if facts.have and facts.have.partition(b":")[2] == facts.want:
        yield (
            "The sender thread puts the id in front: what goes on msg_queue "
            "is (client.id, line), the line as it came."
        )
    if facts.have and facts.have + b"\n" == facts.want:
        yield "The newline is missing: encode_line puts it there."
    if facts.have != facts.want and facts.have.lower() == facts.want.lower():
        yield "The text must stay as it is, its capitals, too."
    if facts.test == "test_one_queue_for_all" and (
        "everyone_but" in facts.body
    ):
        yield (
            "Each client thread delivers for itself, so one person hears "
            "another order than the next: put the lines on msg_queue."
        )
    if facts.expected.startswith("on the roster"):
        yield (
            "Who has left is still on the roster: whatever ended it, "
            "self.roster.leave(client), in a `finally`."
        )
    if b":".join(facts.want.strip().split(b":")[::-1]) == facts.have.strip():
        if facts.have:
            yield "The pair is (client.id, line), the id in front."
    if _stripped(facts):
        yield "The text must stay as it is: no strip."
    if facts.test == "test_line_too_long" and "too long" in facts.expected:
        tells = re.search(r"deliver\([^\n]*line too long", facts.body)
        if tells and "conn.close" in facts.body:
            yield (
                "What is left unread turns a close into a reset, and that "
                "swallows the message: hang_up hears it out first."
            )
        elif facts.kind in (Kind.ENDED, Kind.RESET):
            yield (
                "Who has sent too much is to be told so before the end, "
                "and nobody else: "
                'client.deliver(encode_line("Server: line too long")).'
            )
    if facts.test in (
        "test_end_of_stream",
        "test_reset",
        "test_unfinished_line",
        "test_no_spinning",
        "test_nothing_is_left",
    ):
        if facts.have.endswith(b":Bye!\n") and "GOODBYE))" in facts.body:
            yield (
                "Who vanishes has said no goodbye, and nobody is told "
                "(P10): put on msg_queue what the client sent, no more."
            )
    if facts.test != "test_almost_goodbye" and not facts.exceptions:
        if facts.want.endswith(b":Bye!\n") and b"Bye!" not in facts.have:
            yield "The goodbye itself is broadcast too, as `N:Bye!` (P9)."
    if "sees the end of the stream" in facts.expected and "oodbye" in (
        facts.test
    ):
        if facts.kind in HUNG and facts.is_in("client-", "read_lines"):
            yield "The goodbye must end the loop: nothing after it counts."
    if facts.test == "test_almost_goodbye" and facts.want.endswith(b":\n"):
        yield "An empty line is a message as well, and not the end."
    elif (
        facts.test == "test_almost_goodbye"
        and facts.kind is Kind.SILENCE
        and not re.search(r"line == GOODBYE|GOODBYE == line", facts.body)
    ):
        yield "Only `Bye!`, exactly, is the goodbye: compare the whole line."
    if "put_nowait" in facts.body or "Full" in facts.body:
        yield (
            "When msg_queue is full, lines get lost: put waits for room, "
            "and so slows the talker down."
        )
    stays = "sees the end of the stream" in facts.expected
    around = re.search(r"while [^\n]*:\n\s+try:", facts.body)
    stays = stays and facts.test == "test_line_too_long" and not around
    if (stays or facts.kind is Kind.LEFT_BEHIND) and (
        "finally" not in facts.body
    ):
        yield (
            "Not every way out cleans up: leaving the roster and hanging up "
            "belong in a `finally`."
        )
    if facts.test == "test_nothing_after_goodbye":
        ends = re.search(r"GOODBYE[^\n]*:\s+(break|return)", facts.body)
        if facts.kind is Kind.WRONG and not ends:
            yield "The goodbye must end the loop: nothing after it counts."


def _stripped(facts: Facts) -> bool:
    """Return whether a line came without some of its spaces."""
    due, came = facts.want.split(), facts.have.split()
    shorter = 0 < len(facts.have) < len(facts.want)
    return shorter and b"".join(due) == b"".join(came)


def _deliver(facts: Facts) -> Iterator[str]:
    if facts.expected.startswith("threads that the server"):
        yield (
            "A writer thread was started for somebody who takes everything "
            "at once: only start one if something is left in the backlog."
        )
    if facts.waits("accept", "self.lock"):
        yield (
            "The accept thread waits for self.lock, to greet: never send "
            "while you hold it, and never take it twice."
        )
    if facts.waits("sender", "self.lock") and "acquire(" in facts.body:
        yield (
            "Somebody took self.lock and did not give it back: a `with` "
            "does, whichever way it is left."
        )
    if facts.waits("sender", "self.lock"):
        yield (
            "The sender thread waits for self.lock. Never send while you "
            "hold it, and never take it twice."
        )
    if facts.waits("sender", ".send("):
        yield (
            "send waits, too, when nothing fits, and everybody waits with "
            "it: offer(self.conn, data) never does."
        )
    if facts.got.startswith("one of its threads goes round"):
        yield (
            "The writer thread asks again and again whether something fits: "
            "it may wait, and sendall does."
        )
    if facts.waits("sender", "sendall"):
        yield (
            "sendall waits until this client reads, and with it the sender "
            "thread, and with that everybody. Offer, and leave the rest to "
            "a writer thread."
        )
    if facts.raised("ConnectionResetError", "BrokenPipeError"):
        yield (
            "A connection may break at any time, and offer and sendall "
            "raise OSError then: catch it, and drop the client."
        )
    greeted = "hears the greeting" not in facts.expected or facts.have
    if not greeted and facts.kind in HUNG and not facts.exceptions:
        yield (
            'deliver(b"") must send what waits in the backlog: it is the '
            "greeting."
        )
    writers = [t["name"] for t in facts.threads if "-writer" in t["name"]]
    if len(writers) > len(set(writers)):
        yield (
            "More than one writer thread is at work for the same client: "
            "start one only if none is (writing)."
        )
    drops = re.search(
        r"len\(self\.backlog\) > BACKLOG_LIMIT:\s+self\.drop\(\)",
        facts.blank("deliver"),
    )
    busy = writers and (
        "open files, as before" in facts.expected
        or (drops and "memory" in facts.expected)
    )
    if busy:
        yield (
            "The writer thread of a client that was dropped is still at "
            "work: with the first OSError it is over."
        )
    if facts.test == "test_staller_is_dropped":
        if re.search(r"BACKLOG_LIMIT:\s+return", facts.body):
            yield (
                "Past BACKLOG_LIMIT it is the client that is dropped, not "
                "the line: self.drop()."
            )
        if facts.kind in (Kind.LEFT_BEHIND, Kind.NOT_ENDED) and not busy:
            yield (
                "The backlog of somebody who never reads grows without a "
                "bound: past BACKLOG_LIMIT drop the client."
            )
    if facts.kind is Kind.SILENCE:
        yield from _never_sent(facts)
    late = facts.test == "test_late_readers_get_everything"
    if late and "lock" not in facts.blank("deliver"):
        yield (
            "deliver changes the backlog without the lock, and the writer "
            "thread changes it, too: do it all under self.lock."
        )
    cut_off = facts.kind in (Kind.ENDED, Kind.RESET)
    if cut_off and "BACKLOG_LIMIT" not in facts.body:
        yield "Who is behind is dropped too early: past BACKLOG_LIMIT."
    locks = len(re.findall(r"\block\b", facts.body))
    if locks < 2 and (late or facts.raised("BufferError")):
        yield (
            "The sender thread and the writer thread both change the "
            "backlog: each must hold self.lock while it looks at it and "
            "changes it."
        )
    lost = facts.kind is Kind.SILENCE and not facts.exceptions
    if late:
        if lost and facts.want.partition(b":")[2].startswith(b"0 "):
            yield (
                "What did not fit must not be lost: it stays in the "
                "backlog, and a writer thread sends it later."
            )
        if lost:
            yield (
                "A line was put into the backlog while the writer thread "
                "found it empty, and was left there. To look and to say "
                "so (writing) must be one step, under the lock."
            )
    if facts.test in (
        "test_late_readers_get_everything",
        "test_nobody_waits_for_a_staller",
        "test_newcomers_beside_a_staller",
        "test_nothing_is_left_of_stallers",
    ):
        if facts.kind is Kind.WRONG or facts.have:
            yield (
                "Bytes were lost, or overtook others. Cut off the backlog "
                "just what offer took; while a writer thread is at work, "
                "nobody else sends."
            )


def _never_sent(facts: Facts) -> Iterator[str]:
    if facts.expected.endswith("was dropped"):
        yield (
            "Past BACKLOG_LIMIT it is the client that is dropped, not the "
            "line: self.drop()."
        )
    if not re.search(r"start_writer|Thread\(", facts.body):
        yield (
            "What does not fit now stays in the backlog: a writer thread "
            "must send it later, and nobody starts one."
        )
    if not re.search(r"\.writing\s*=", facts.body):
        yield (
            "Nobody sets writing back to False: the next writer thread "
            "never starts."
        )
    copied = r"= (bytes\(self\.backlog\)|self\.backlog\[:\])\n.*\.clear\(\)"
    if "backlog.clear()" in re.sub(copied, "", facts.body):
        yield (
            "Bytes were lost: clear() takes away what nobody has sent yet. "
            "Cut off the backlog just what was taken."
        )


def _roster(facts: Facts) -> Iterator[str]:
    if facts.raised_in("leave", "KeyError"):
        if re.search(r"(pop\(|\[)client[\],)]", facts.blank("leave")):
            yield "The table's keys are ids: strike off client.id."
        yield "Somebody was struck off twice: that must be no error."
    if facts.raised_in("everyone_but", "KeyError"):
        yield (
            "Who has said something may have left since: take the author "
            "out of the copy only if it is still there."
        )
    is_stuck = facts.got.startswith(("still running", "it is still busy"))
    if is_stuck and "acquire(" in facts.body:
        yield (
            "Somebody took the lock of the roster and did not give it back: "
            "a `with` does, whichever way the method ends."
        )
    if "hang_up(" in facts.blank("leave") and facts.kind in HUNG:
        yield (
            "hang_up waits for who leaves, and with it everybody who wants "
            "the lock of the roster: the client thread hangs up, without it."
        )
    if "deliver(" in facts.blank("leave") and facts.kind is Kind.WRONG:
        yield "Who leaves is struck off, and nobody is told (P10)."
    missed = facts.kind is Kind.SILENCE and not facts.exceptions
    if missed and re.search(
        r"(?s)list\(self\.clients\.values\(\)\).*(\.pop\(id\)|del \w+\[id\])",
        facts.body,
    ):
        yield (
            "An id is not a place in a list: those who came before may have "
            "left. Compare the ids."
        )
    error = facts.raised("AttributeError")
    if error and error["text"].startswith("'int' object"):
        yield "Who walks a dict gets its keys, the ids: take .values()."
    error = facts.raised("RuntimeError")
    if error and "changed size" in error["text"]:
        if facts.raised_in("leave", "RuntimeError"):
            yield (
                "A dict must not change while you walk it: strike off by the "
                "id, self.clients.pop(client.id, None)."
            )
        methods = [facts.blank(name) for name in ("join", "leave")]
        if not all("self.lock" in method for method in methods):
            yield (
                "A lock holds for those alone who take it: each method of "
                "the roster must, `with self.lock`."
            )
        yield (
            "Somebody joined or left while the table was walked. Give back "
            "a copy, a list that is made under the lock."
        )
    if facts.expected.startswith("on the roster"):
        due, came = (
            int(re.sub(r"\D", "", text) or 0)
            for text in (facts.expected, facts.got)
        )
        if came > due:
            yield "Who leaves must be struck off: out of the table with it."
        yield "Somebody who is there is missing: leave out only client `id`."
    if facts.test == "test_nobody_hears_himself" and facts.kind is Kind.WRONG:
        yield (
            "The author heard the own line: everyone_but(id) must leave out "
            "the client with that id."
        )
    turns = "while" in facts.body  # it may wait for nothing, and go round
    if facts.is_in("sender", "everyone_but") and (
        facts.waits("sender", "lock") or not turns
    ):
        yield (
            "The sender thread waits for the lock of the roster. Take it in "
            "a `with`, and wait for nothing while you hold it."
        )
    if facts.kind is Kind.SILENCE and re.search(
        r"\.(writing|backlog)", facts.body
    ):
        yield (
            "Who lags behind is to hear everything as well: deliver never "
            "waits, so leave nobody out."
        )
    shrinks = r"range\(len\((?s:.)*(\bdel |\.pop\()"
    if facts.raised("IndexError") and not re.search(shrinks, facts.body):
        yield (
            "An id is not a place in a list: those who came before may have "
            "left. Compare the ids."
        )
    if re.search(r"self\.clients\s*=\s*\{(?![^}]*self\.clients)", facts.body):
        yield (
            "`self.clients = {...}` makes a new table, and who was in the "
            "old one is gone: self.clients[...] = client adds to it."
        )
    if facts.kind is Kind.SILENCE and re.search(
        r"\.id [<>]=? id\b", facts.body
    ):
        yield (
            "Everybody but the author is to hear it, also who came before: "
            "compare the ids with `!=`."
        )
    if "clients[len(" in facts.body:
        yield (
            "The number of those present goes down when somebody leaves, "
            "and comes again: enter each client by its id."
        )


def _sender(facts: Facts) -> Iterator[str]:
    error = facts.raised("TypeError")
    if error and "NoneType" in error["text"] and ".get()" in facts.body:
        yield (
            "The None that ends it all is no pair. next_batch() knows it, "
            "and gives an empty list then."
        )
    if facts.test == "test_sender_thread_ends" and "is_set(" in facts.body:
        yield (
            "Lines may wait when the server is to stop, and threads for room "
            "on msg_queue. The sender thread ends at the empty batch alone."
        )
    if facts.test == "test_one_order" and re.search(
        r"(?m)^( +)for .*groupby.*\n(\1 .*\n|\n)*\1for ", facts.body + "\n"
    ):
        noted = "append" in facts.body or ".items()" in facts.body
        if facts.kind is Kind.SILENCE and not noted:
            yield (
                "In a batch with several authors only the last one's lines "
                "went out: deliver within the loop over the groups."
            )
    if facts.got.endswith("the own line"):
        yield (
            "The author heard the own line: a line is for "
            "everyone_but(its author's id)."
        )
    if facts.waits("sender", "sendall"):
        yield (
            "sendall waits for this client, and everybody with it: "
            "client.deliver never waits."
        )
    if "Executor" in facts.body or "Thread(" in facts.body:
        yield (
            "Several threads deliver at once, and the order is lost: "
            "deliver in this thread, one after the other."
        )
    said = facts.want.partition(b":")[2]
    if facts.kind is Kind.WRONG and facts.have and facts.have == said:
        yield (
            "The others must see who said it: what goes out is "
            '"id:text", not the text alone.'
        )
    if facts.have and facts.have.replace(b": ", b":", 1) == facts.want:
        yield 'What goes out is "id:text", without a space between.'
    if (
        facts.have
        and b"\n" not in facts.have
        and ("encode_line" not in facts.body)
    ):
        yield (
            "A line ends with its newline, and here is none: encode_line "
            "makes the line."
        )
    if facts.kind in (Kind.WRONG, Kind.SILENCE):
        yield from _noted(facts)
    empty = facts.have == b"\n" and facts.want != b"\n"
    if empty or facts.got.startswith('"" came'):
        yield (
            "An empty line came that nobody said: each encoded line ends "
            "with its newline already."
        )
    stopping = facts.test == "test_sender_thread_ends"
    if stopping and re.search("end of the stream|exit code", facts.expected):
        if facts.kind in HUNG and any(
            found["name"] == "sender" for found in facts.threads
        ):
            yield (
                "The sender thread goes on: an empty batch means that the "
                "server stops, and the thread must end."
            )
    error = facts.raised("ValueError")
    small = "RELAY_LIMIT" not in facts.body
    if error and "longer than" in error["text"] and small:
        yield (
            "What the server relays may be longer than what a client may "
            "send: encode it with RELAY_LIMIT."
        )


def _noted(facts: Facts) -> Iterator[str]:
    empty = r"\[\]|b?\"\"|bytearray\(\)|set\(\)|0\b"
    noted = re.search(
        rf"(\w+)\[([\w.]+)\] = (?!{empty})(?!.*\b\1\b)", facts.body
    )
    if noted and noted[2] in ("id", "author"):
        yield (
            "An author may have two turns in one batch, and the second "
            "takes the place of the first: note it for each who hears it."
        )
    elif noted:
        yield (
            "What an earlier author said is lost when the next one of the "
            "batch is noted for the same client: add to it, +=."
        )
    if re.search(r"batch\.sort\(|sorted\((batch|group)", facts.body):
        yield "The lines go out as they came: sorted, the order is lost."
    if re.search(r"batch\[0\](?!\[| ==| is)", facts.body):
        yield "A batch holds all lines that wait: deliver each of them."
    if _stripped(facts):
        yield "The text must stay as it is: no strip."
    if (
        facts.test == "test_text_to_the_letter"
        and not facts.have
        and (facts.is_in("sender", "next_batch"))
    ):
        yield (
            "The line was not delivered, and the sender thread waits for "
            "the next one: hold nothing back."
        )


def _close(facts: Facts) -> Iterator[str]:
    if facts.raised("OSError") and "shutdown(" in facts.body:
        yield (
            "To shut down what is not connected any more is an OSError: "
            "drop() each client, it knows."
        )
    if facts.raised("Full") or re.search(r"\bFull\b", facts.got):
        yield (
            "msg_queue was full, and then put_nowait raises queue.Full: "
            "put(None) waits for room, when nobody else puts any more."
        )
    early = re.search(
        r"(?s)everyone_but.*accept\.join(?!.*everyone_but)", facts.body
    )
    if early and facts.got.startswith("still running: client"):
        yield (
            "One more may come while you close: ask who is there when the "
            "accept thread has ended."
        )
    if re.search(r"\b_?exit\(", facts.body):
        yield (
            "close() ends the server, not the program: whoever called it "
            "has more to do."
        )
    error = facts.raised("RuntimeError")
    if error and "changed size" in error["text"]:
        yield (
            "Clients leave while their table is walked: everyone_but(None) "
            "gives a list of its own."
        )
    if facts.got.startswith("still running: client"):
        yield (
            "close came back, and client threads were still at work: "
            "join_all(self.threads), after each client was dropped."
        )
    if facts.got == "still running: sender" and (
        "sender.join" not in facts.body
    ):
        yield "The sender thread was not waited for: join it after the None."
    wakes = "wake(" in facts.body
    if facts.got.startswith("still running: accept") and (
        wakes or "accept.join" not in facts.body
    ):
        yield "The accept thread was not waited for: join it after the wake."
    if facts.exceptions or facts.kind not in (*HUNG, Kind.NOT_ENDED):
        return
    if "stop_event" not in facts.body and facts.is_composed():
        yield "Nobody sets stop_event: the accept thread looks at it."
    if facts.is_in("client-", "leave") or facts.is_in(
        "sender", "everyone_but"
    ):
        yield (
            "Other threads wait for the lock of the roster, and somebody "
            "holds it while he waits for them."
        )
    if facts.is_in("accept", "accept_thread") and (
        not wakes or facts.waits("MainThread", "accept.join")
    ):
        yield (
            "The accept thread still waits in accept. Closing a listener "
            "wakes nobody: call self.wake(), then join the thread."
        )
    ended = all(found["name"] != "sender" for found in facts.threads)
    if ended and facts.is_in("client-", "client_thread"):
        yield (
            "A client thread waits for room on msg_queue, and the sender "
            "thread, which would make room, has ended: end it last."
        )
    if facts.waits("MainThread", "sender.join") and (
        facts.is_in("sender", "next_batch")
    ):
        yield (
            "The sender thread still waits for a line: put None on "
            "msg_queue, then join it."
        )
    if facts.is_in("client-", "read_lines"):
        yield (
            "Client threads still wait for a line. Closing a socket wakes "
            "nobody who waits for it: drop() each client first."
        )
    alone = not any(t["name"].startswith("client-") for t in facts.threads)
    if alone and facts.is_in("sender", "next_batch"):
        yield (
            "The sender thread still waits for a line: put None on "
            "msg_queue, then join it."
        )


def _printer(facts: Facts) -> Iterator[str]:
    if re.search(r"\b_?exit\(", facts.body):
        yield (
            "The printer thread ends by itself, not the program: it sets "
            "over, and finish says how the conversation ended."
        )
    if facts.raised("UnicodeDecodeError"):
        yield (
            "A character can be cut in two between two chunks: read_lines "
            "decodes whole lines only."
        )
    long = len(facts.want) > LINE_LIMIT or facts.raised("LineTooLong")
    if facts.test in ("test_prints_lines_not_chunks", CONTROLS) and long:
        if not re.search("RELAY_LIMIT|16384", facts.body):
            yield (
                "What the server relays is longer than what a client may "
                "send: read with RELAY_LIMIT."
            )
    if facts.test == CONTROLS and "visible(" not in facts.body:
        yield (
            "What came over the network must not steer the terminal: print "
            "visible(line)."
        )
    if facts.raised("LineTooLong"):
        yield (
            "A line can be too long here as well: catch LineTooLong, it ends "
            "the connection like an OSError."
        )
    held = re.search(r"print\(|stdout\.write\(", facts.body)
    if re.search(r"flush|os\.write|line_buffering|write_through", facts.body):
        held = None
    if facts.kind is Kind.NOT_PRINTED and held:
        yield (
            "Who prints into a file or a pipe holds the text back: "
            "flush=True sends it on at once."
        )
    if facts.kind is Kind.NOT_PRINTED:
        yield from _not_printed(facts)
    if facts.got.startswith("the program ended") and not facts.exceptions:
        late = r"except.*:\n\s+break|is None:\s+break"  # that is the end
        breaks = "break" in re.sub(late, "", facts.body)
        if facts.kind is Kind.NOT_PRINTED and breaks:
            yield (
                "The printer thread ended, and the server was still there. "
                "No line ends it, only the end of the connection does."
            )
    ended = facts.kind in (Kind.EXIT, Kind.NOT_READY) or facts.exceptions
    if "read_lines" not in facts.body and facts.is_composed() and not ended:
        yield (
            "One recv brings some bytes, not one line: go through "
            "read_lines(self.conn, RELAY_LIMIT)."
        )


def _not_printed(facts: Facts) -> Iterator[str]:
    if "unicode_escape" in facts.body or "ascii(" in facts.body:
        yield (
            "Only control characters are shown as escapes, letters stay as "
            "they are: print visible(line)."
        )
    if re.search(r"repr\((line|text|visible)", facts.body):
        yield "repr changes quotes and backslashes, too: print visible(line)."
    if "list(read_lines" in facts.body:
        yield (
            "Nothing is printed before the connection ends: print each "
            "line of read_lines as it comes."
        )
    bare = re.search(r"\bend=(?![\"']\\n)", facts.body)
    if bare and "read_lines" in facts.body:
        yield (
            "read_lines has cut the newline off, so print must put one "
            "there: no end=."
        )
    if facts.test == "test_prints_each_line":
        if facts.want == b"\n":
            yield "An empty line is printed, too."
        if re.search(r"(?m)^(?!\s*(if|while|elif)\b).*strip\(", facts.body):
            yield "The text must stay as it is: no strip."
    if facts.test in ("test_server_vanishes", "test_server_talks_nonsense"):
        ends = b"Server closed" in facts.want
        if ends and "over.set" in facts.body and "finally" not in facts.body:
            yield (
                "However it ended, over must be set, or the client waits "
                "on: set it in a `finally`."
            )


def _input(facts: Facts) -> Iterator[str]:
    if facts.got.endswith("code 1") and facts.expected.endswith("code 0"):
        if "return 1" in facts.body and "return 0" not in facts.body:
            yield (
                "When it is we who leave, finish ends there: return 0, or it "
                "goes on to the other case."
            )
    finish = facts.blank("finish")
    first = re.search(
        r"(?s)if (not )?self\.leaving\.is_set\(\).*?return ([01])", finish
    )
    if first and first[2] == ("0" if first[1] else "1"):
        both = "return 0" in finish and "return 1" in finish
        if "exit code" in facts.expected and both:
            yield (
                "The codes are the wrong way round: 0 when it is we who "
                "leave, 1 when it is the server."
            )
    if "sees the end" in facts.expected and "Bye!" in facts.got:
        yield "The goodbye was sent twice: self.leave() sends it by itself."
    if facts.have == b"\n" and re.search(
        r"encode_line\([^\n]*\) \+ b", facts.body
    ):
        yield (
            "encode_line puts the newline there: a second one is an empty "
            "line."
        )
    if facts.have == b"\n" and facts.want == b"Bye!\n":
        yield (
            'At the end of the input readline gives "", again and again: '
            "leave the loop there."
        )
    typed, sent = facts.want.decode(), facts.have.decode("utf-8", "replace")
    if "[:-1]" in facts.body and typed[:-2] == sent[:-1] != "":
        yield (
            "The last line may have no newline: [:-1] takes a letter then, "
            'rstrip("\\r\\n") does not.'
        )
    if facts.test == "test_sends_each_line" and re.search(
        r"(?<!read\(\)\.)splitlines", facts.body
    ):
        yield "splitlines() cuts at U+2028 and more: only a newline counts."
    if facts.test == "test_sends_each_line" and re.search(
        "(?i)bye!", facts.expected
    ):
        yield "Only `Bye!`, exactly, is the goodbye: compare the whole line."
    if facts.test == "test_sends_each_line" and facts.want == b"\n":
        yield "An empty line is a message as well: send it."
    if "RELAY_LIMIT" in facts.body and facts.test == "test_too_long_to_send":
        yield (
            "RELAY_LIMIT is for what the server relays. What you type has "
            "encode_line's own limit."
        )
    if facts.kind is Kind.SILENCE and re.search(
        r"stdin\.read(lines)?\(", facts.body
    ):
        if facts.is_in("input", "input_thread"):
            yield (
                "Nothing is sent before the input ends: send each line as it "
                "is typed."
            )
    error = facts.raised("ValueError")
    if error and "longer" not in error["text"]:
        yield (
            "The line still has its newline, and encode_line refuses that: "
            'line.rstrip("\\r\\n").'
        )
    if error and "ValueError" not in facts.body:
        yield (
            "encode_line raises ValueError when the line is too long: catch "
            "it, say so on standard error, and go on."
        )
    if "join()" in facts.body and facts.is_in("MainThread", "finish"):
        yield (
            "The server may never answer the goodbye: join the printer, "
            "LINGER seconds at most."
        )
    if facts.test in (
        "test_says_goodbye",
        "test_end_of_input",
        "test_goodbye_unanswered",
    ):
        if facts.kind in (Kind.NOT_PRINTED, Kind.RESET, Kind.ENDED):
            if "join" not in facts.body and "leave()" in facts.body:
                yield (
                    "The program ended too early: finish waits for the "
                    "printer, LINGER seconds at most."
                )
    cut = r"strip|suffix|split|partition|replace|sub\(|translate|input\(|\[:"
    waits_for_goodbye = facts.want == b"Bye!\n"
    if (
        facts.kind is Kind.SILENCE
        and not waits_for_goodbye
        and (not re.search(cut, facts.body))
    ):
        yield (
            "The line still has its newline, and encode_line refuses that: "
            'line.rstrip("\\r\\n").'
        )
    if facts.kind is Kind.EXIT and facts.expected.endswith("code 1"):
        yield "When it was the server that ended it, finish returns 1 (C4)."
    if "says on standard error" in facts.expected and facts.kind in HUNG:
        said = re.search(r"except .*ValueError.*\n\s+print\(", facts.body)
        if said and "stderr" not in facts.body:
            yield "What goes wrong belongs on standard error: file=sys.stderr."
    if facts.test in ("test_end_of_input", "test_goodbye_unanswered"):
        if facts.kind in HUNG and not re.search(
            r"leave\(|over\.set", facts.body
        ):
            yield (
                "Leave by self.leave(): it sends the goodbye, and sets "
                "leaving and over."
            )
    if facts.test == "test_end_of_input" and "GOODBYE" in facts.body:
        if facts.kind in (Kind.SILENCE, Kind.ENDED, Kind.RESET):
            yield (
                "The end of the input ends the conversation like the "
                "goodbye: send it there as well."
            )
    if facts.test == "test_sends_each_line" and "strip()" in facts.body:
        yield (
            'strip() takes away spaces that the user typed: rstrip("\\r\\n").'
        )


def _together(facts: Facts) -> Iterator[str]:
    if facts.test == "test_listens_where_told" and facts.kind is Kind.VALUE:
        yield (
            "An empty host, or 0.0.0.0, means every address of the machine: "
            "listen on the host that was asked for."
        )


_by_task: dict[int, Callable[[Facts], Iterator[str]]] = {
    1: _encode_line,
    2: _feed,
    3: _read_lines,
    4: _accept,
    5: _listen,
    6: _deliver,
    7: _roster,
    8: _sender,
    9: _close,
    10: _printer,
    11: _input,
    12: _together,
}
