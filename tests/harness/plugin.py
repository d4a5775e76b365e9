"""The grader as a pytest plugin: options, fixtures, verdicts, output."""

import contextlib
import inspect
import io
import os
import random
import shlex
import signal
import socket
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NoReturn

import psutil
import pytest
from _pytest._io import TerminalWriter
from _pytest.runner import runtestprotocol

from harness.causes import likely_cause
from harness.chat import Chat, Client
from harness.complaint import Complaint, Kind
from harness.functions import Functions
from harness.patience import patience
from harness.people import Peer, Record
from harness.process import adopt_orphans, kill_strays, spare
from harness.program import Program
from harness.scoreboard import Outcome, Scoreboard
from harness.second import second_try
from harness.story import WIDTH, Scene, clip, tell, visible
from harness.submission import Plan, Refusal, Submission
from harness.tasks import TASKS, Task
from harness.twin import Twin, ignore_signals, may_help
from harness.words import Words

ROOT = Path(__file__).resolve().parents[2]
MOST = 20  # failures that get a line each
TROUBLE = 3  # exit code when the grader itself failed
FEW = 24  # descriptors, for a server that is to run out of them


def add_options(parser: pytest.Parser) -> None:
    """Declare the options of the grader."""
    group = parser.getgroup("grader", "grading a chat")
    add = group.addoption
    add("--submission", metavar="PATH", help="the folder to grade: starter")
    add(
        "--task",
        type=int,
        action="append",
        choices=list(TASKS),
        help="grade this task only (can be given again)",
    )
    add("--seed", type=int, help="play the random words of an earlier run")
    add("--attach", metavar="HOST:PORT", help="talk to a server that runs")
    add("--json", metavar="FILE", help="write the score to FILE as well")


class Run:
    """One test's dealings with the submission."""

    def __init__(self, plan: Plan, words: Words) -> None:
        self.plan, self.words = plan, words
        self.record = Record()
        self.options: dict[str, bool] = {}  # of all its programs
        self.programs: list[Program] = []
        self.closing: list = []  # what has close_quietly()

    def start(self, program: str, *args: str, **options) -> Program:
        """Start a program of the submission, to be ended with the test."""
        options = self.options | options
        started = Program(self.plan, program, *args, **options)
        self.programs.append(started)
        return started

    def gone(self) -> Complaint | None:
        """Return the complaint that a program has ended, if one has."""
        for program in self.programs:
            if not program.running():
                got = f"{program.name} ended {program.code()}"
                return Complaint(Kind.EXIT, "the program runs on", got)
        return None

    def end(self) -> None:
        """End all that the test has started."""
        for closing in self.closing:
            closing.close_quietly()
        for program in self.programs:
            program.kill()
        kill_strays()  # or they would hold pipes that we wait for
        for program in self.programs:
            program.stop()


class Grader:
    """Collects the verdicts, and shows them at the end."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        option = config.getoption
        if option("numprocesses", None):
            raise pytest.UsageError("Grade without -n: it is quick enough.")
        chosen = option("--submission")
        folder = Path(chosen) if chosen else ROOT / "starter"
        _check_paths(folder, option("--json"))
        self.submission = Submission(folder.resolve(), ROOT / "solution")
        given = option("--seed")
        self.seed = random.randrange(100_000) if given is None else given
        self.attached = _address(option("--attach"))
        self.outcomes: dict[str, Outcome] = {}
        self.troubles: list[str] = []
        self.split: list[int] = []  # tasks that pass only as they stand
        self.again = False  # is it their second try?
        self.alone = False  # and with none of our bodies?
        self.interrupted = False
        self.graded: set[str] = set()  # the tests that have been, by id
        self.command = "pytest"
        for name in ("--submission", "--attach"):
            if option(name):
                self.command += f" {name}={shlex.quote(option(name))}"
        reporter = config.pluginmanager.get_plugin("terminalreporter")
        self.terminal = reporter._tw
        # The usual report speaks to programmers; ours takes its place.
        reporter._tw = TerminalWriter(io.StringIO())

    # --- what is graded ---

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the tests of the chosen tasks, in the order of the tasks."""
        tasks = self.config.getoption("--task") or list(TASKS)
        kept = []
        for item in items:
            mark = item.get_closest_marker("graded")
            if mark is None or mark.kwargs["task"] not in tasks:
                continue
            if self.attached and not self._attachable(item):
                continue
            kept.append(item)
            self.outcomes[item.nodeid] = Outcome(
                test=item.name,
                sentence=" ".join(inspect.getdoc(item.function).split()),
                **mark.kwargs,
            )
        items[:] = sorted(kept, key=lambda i: self.outcomes[i.nodeid].task)

    def _attachable(self, item: pytest.Item) -> bool:
        needed = {
            "chat",
            "narrow_chat",
            "impatient",
            "words",
            "run",
            "request",
        }
        task = item.get_closest_marker("graded").kwargs["task"]
        return set(item.fixturenames) <= needed and task != 9

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a test file that cannot be loaded: our fault."""
        if report.failed:
            self.troubles.append(str(report.longrepr))

    def pytest_internalerror(self, excrepr) -> None:
        """Note that pytest itself stumbled: our fault."""
        self.troubles.append(str(excrepr))

    def pytest_sessionstart(self) -> None:
        """Prepare to run programs."""
        adopt_orphans()
        # Also who ends us politely finds nothing left behind.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        if self.config.getoption("--json"):
            # Whoever is killed must not seem to have an earlier run's points.
            Path(self.config.getoption("--json")).unlink(missing_ok=True)

    def pytest_keyboard_interrupt(self) -> None:
        """Note that somebody wanted an end, perhaps the submission."""
        self.interrupted = True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Decide whose code runs, or why none does."""
        outcome = self.outcomes[item.nodeid]
        task = TASKS[outcome.task]
        self._show_progress(f"Task {task.number}: {outcome.sentence}")
        try:
            plan = self._plan(task)
        except Refusal as refusal:
            outcome.state, outcome.reason = refusal.state, refusal.reason
            pytest.skip(refusal.state)
        if patience.factor == 0:
            patience.calibrate()
        patience.begin(task.number)
        item.stash[RUN] = Run(plan, Words(self.seed, item.name))

    def _plan(self, task: Task) -> Plan:
        if self.attached:
            return Plan({})
        if self.alone:
            return self.submission.as_it_stands(task)
        return self.submission.plan(task)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Grade all; then what failed beside our bodies once more, as it
        stands."""
        if session.testsfailed:
            return None  # a file of ours cannot be loaded: pytest says so
        items = session.items
        if not self.attached and may_help(self.config, len(items)):
            self._share(items)
        for item in items:
            if item.nodeid not in self.graded and not self.interrupted:
                self._grade(item)
                if session.shouldfail:  # with -x
                    raise session.Failed(session.shouldfail)
                if session.shouldstop:
                    raise session.Interrupted(session.shouldstop)
        if not self.attached and not self.interrupted:
            self._try_again(items)
        return True

    def _grade(self, item: pytest.Item) -> None:
        """Run one test, from its setup to its teardown."""
        self.graded.add(item.nodeid)
        item.ihook.pytest_runtest_protocol(item=item, nextitem=None)

    def _try_again(self, items: list[pytest.Item]) -> None:
        """Give what failed a second try (see `second`)."""
        by_outcome = {id(self.outcomes[i.nodeid]): i for i in items}

        def run(outcome: Outcome, alone: bool) -> None:
            self.alone = alone
            patience.begin_anew()
            self._grade(by_outcome[id(outcome)])

        self.again = True
        outcomes = self.outcomes.values()
        self.split = second_try(self.submission, outcomes, run)

    # --- the twin ---

    def _share(self, items: list[pytest.Item]) -> None:
        """Grade with a twin, which may leave some to be graded yet."""
        patience.calibrate()
        try:
            twin = Twin(len(items))
        except OSError:
            return  # no more processes for us: it goes without
        if twin.is_twin:
            self._work_backwards(twin, items)
        try:
            for item in items:
                if not twin.take():
                    break
                self._grade(item)
            by_id = {item.nodeid: item for item in items}
            for told in twin.reports():
                self._learn(told, by_id)
        finally:
            twin.end()

    def _work_backwards(self, twin: Twin, items: list) -> NoReturn:
        """Be the twin: grade from the last test on, and tell of each."""
        item = items[-1]
        try:
            twin.begin()
            self.terminal = TerminalWriter(io.StringIO())
            for item in reversed(items):
                if not twin.take():
                    break
                # Its reports are the grader's to make: log nothing here.
                runtestprotocol(item, log=False, nextitem=None)
                twin.tell(
                    {
                        "id": item.nodeid,
                        "outcome": vars(self.outcomes[item.nodeid]),
                        "troubles": self.troubles,
                    }
                )
                self.troubles = []
        except KeyboardInterrupt:
            if run := item.stash.get(RUN, None):
                run.end()
            twin.tell({"interrupted": True})
        finally:
            ignore_signals()
            try:
                spare.end()
                kill_strays()
            finally:
                os._exit(0)

    def _learn(self, told: dict, items: dict[str, pytest.Item]) -> None:
        """Take what the twin tells as if it had come to pass here."""
        if "interrupted" in told:
            self.interrupted = True
            return
        self.troubles += told["troubles"]
        if told["id"] not in self.graded:
            self.graded.add(told["id"])
            outcome = self.outcomes[told["id"]]
            vars(outcome).update(told["outcome"], rules=outcome.rules)
            report = _as_report(items[told["id"]], outcome)
            self.config.hook.pytest_runtest_logreport(report=report)

    # --- verdicts ---

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo
    ):
        """Turn a complaint into a story while the programs still run."""
        report = yield
        outcome = self.outcomes[item.nodeid]
        outcome.seconds += call.duration
        error = call.excinfo and call.excinfo.value
        if isinstance(error, psutil.NoSuchProcess):
            error = item.stash[RUN].gone()
        if call.excinfo is None:
            if call.when == "call":
                outcome.state = "passed"
        elif isinstance(error, Complaint):
            outcome.state = "failed"
            if not self.again:
                self._explain(item, outcome, error)
        elif not call.excinfo.errisinstance(pytest.skip.Exception):
            outcome.state = "trouble"
            self.troubles.append(str(call.excinfo.getrepr()))
        return report

    def _explain(
        self, item: pytest.Item, outcome: Outcome, complaint: Complaint
    ) -> None:
        run, task = item.stash[RUN], TASKS[outcome.task]
        scene = Scene(
            task=task,
            test=item.name,
            sentence=outcome.sentence,
            rules=outcome.rules,
            complaint=complaint,
            submission=self.submission,
            record=run.record,
            programs=run.programs,
            attached=bool(self.attached),
            again=f"{self.command} --task {task.number} --seed {self.seed}",
        )
        outcome.story, outcome.cause = tell(scene), likely_cause(scene)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Show the stories and the scoreboard; set the exit code."""
        spare.end()
        kill_strays()  # one that ended just when we looked may have hidden it
        self._show_progress("")
        outcomes = list(self.outcomes.values())
        board = Scoreboard(outcomes, self.submission, self.command)
        if self.config.getoption("--json"):
            path = Path(self.config.getoption("--json"))
            board.write(path, self.seed)
        for line in self._report(outcomes, board):
            self.terminal.line(visible(line))
        self._show_troubles()
        passed = board.full or (self.attached and board.none_failed)
        complete = outcomes and not self.interrupted
        session.exitstatus = 0 if passed and complete else 1
        if self.troubles:
            session.exitstatus = TROUBLE

    # --- output ---

    def _show_progress(self, text: str) -> None:
        """Say on a terminal what is going on, and wipe it out after."""
        if self.terminal.hasmarkup:
            self.terminal.write("\r\x1b[K" + text[: WIDTH - 1])
            self.terminal.flush()

    def _report(self, outcomes: list[Outcome], board: Scoreboard):
        """Yield the report: warnings, stories, the scoreboard."""
        rule = "-" * WIDTH
        failed = [o for o in outcomes if o.state == "failed"]
        told = failed if self.config.getoption("verbose") > 0 else failed[:1]
        if self.interrupted:
            yield "Note: the grading was interrupted. The rest is not tried."
        for warning in self.submission.warnings():
            yield f"Note: {warning}"
        for number in self.split:
            yield (
                f"Note: Task {number} is split in your own way; "
                "it was graded beside the others."
            )
        broken = dict.fromkeys(
            o.reason for o in outcomes if o.state in ("broken", "missing")
        )
        for reason in list(broken)[1:]:  # the first one is the next step
            yield f"Note: {reason}"
        for outcome in told:
            yield rule
            yield from outcome.story
        yield rule
        rest = [o for o in failed if o not in told]
        for outcome in rest[:MOST]:
            yield clip(f"Task {outcome.task:<2} fails: {outcome.sentence}")
        if rest:
            more = f"… and {len(rest) - MOST} more. " * (len(rest) > MOST)
            yield f"      ({more}Add -v to read them in full.)"
            yield rule
        yield from self._attach_score() if self.attached else board.lines()
        if any(o.state in ("passed", "failed") for o in outcomes):
            yield f"(The words of this run: --seed {self.seed})"

    def _attach_score(self) -> Iterator[str]:
        """Yield what a server that somebody else runs came to: no points."""
        states = [outcome.state for outcome in self.outcomes.values()]
        host, port = self.attached
        passed, failed = states.count("passed"), states.count("failed")
        yield f"The server at {host}:{port}: {passed} passed, {failed} failed"
        rest = len(states) - passed - failed
        yield f"({rest} more need a server that the grader starts itself.)"

    def _show_troubles(self) -> None:
        """Say that the grader itself failed."""
        if not self.troubles:
            return
        self.terminal.line("-" * WIDTH)
        self.terminal.line(
            "The grader itself is in trouble: this is not your fault, and "
            "costs you no points."
        )
        self.terminal.line("Show these lines to your instructor:")
        self.terminal.line(self.troubles[0][-3000:])


RUN = pytest.StashKey[Run]()


def _as_report(item: pytest.Item, outcome: Outcome) -> pytest.TestReport:
    """Return what pytest wants to know of a test, for --lf and the like."""
    path, line, _ = item.location
    longrepr: str | tuple | None = None
    state = "passed"
    if outcome.state in ("failed", "trouble"):
        state, longrepr = "failed", "\n".join(outcome.story)
    elif outcome.state != "passed":
        state, longrepr = "skipped", (path, line or 0, outcome.state)
    return pytest.TestReport(
        item.nodeid, item.location, {}, state, longrepr, "call"
    )


def _check_paths(folder: Path, json: str | None) -> None:
    """Refuse what must be a slip of the pen, before anything is graded."""
    if not folder.is_dir():
        raise pytest.UsageError(f"There is no folder {folder}.")
    if json and not Path(json).absolute().parent.is_dir():
        raise pytest.UsageError(f"There is no folder for {json}.")


def _address(text: str | None) -> tuple[str, int] | None:
    """Return HOST:PORT as a pair."""
    if text is None:
        return None
    host, _, port = text.rpartition(":")
    address = host or "127.0.0.1", int(port) if port.isdecimal() else 0
    try:
        socket.create_connection(address, timeout=5).close()
    except OSError:
        raise pytest.UsageError(
            f"Nobody listens at {text}. Start your server, and say "
            "--attach HOST:PORT as it says it in `Listening on`."
        ) from None
    return address


@pytest.fixture
def run(request: pytest.FixtureRequest) -> Iterator[Run]:
    """The dealings of this test; all its programs end with it."""
    run = request.node.stash[RUN]
    yield run
    run.end()


@pytest.fixture
def impatient(run: Run) -> None:
    """Timeouts with which a program waits for a line run out at once."""
    run.options["impatient"] = True


@pytest.fixture
def narrow(run: Run) -> None:
    """All connections to servers take little that is not read."""
    run.options["narrow"] = True


@pytest.fixture
def words(run: Run) -> Words:
    """Random words, from the printed seed."""
    return run.words


@pytest.fixture
def chat(run: Run, request: pytest.FixtureRequest) -> Iterator[Chat]:
    """A server under test, started when the first person comes."""
    yield from _chat(run, request)


@pytest.fixture
def busy_chat(run: Run, request: pytest.FixtureRequest) -> Iterator[Chat]:
    """A server whose threads stop in the middle of everything."""
    grader = request.config.pluginmanager.get_plugin("grader")
    yield from _chat(run, request, jitter=grader.seed + 1, narrow=True)


@pytest.fixture
def narrow_chat(run: Run, request: pytest.FixtureRequest) -> Iterator[Chat]:
    """A server whose connections take little that is not read."""
    yield from _chat(run, request, narrow=True)


@pytest.fixture
def poor_chat(run: Run, request: pytest.FixtureRequest) -> Iterator[Chat]:
    """A server with few descriptors, where the system can limit them."""
    yield from _chat(run, request, descriptors=FEW)


def _chat(
    run: Run, request: pytest.FixtureRequest, **limits: float
) -> Iterator[Chat]:
    grader = request.config.pluginmanager.get_plugin("grader")
    start = partial(run.start, "server.py", **limits)
    chat = Chat(start, run.record, run.words, grader.attached)
    chat.descriptors = limits.get("descriptors", 0)
    with contextlib.closing(chat):
        yield chat


@pytest.fixture
def client(new_client) -> Client:
    """The client under test."""
    return new_client("the client")


@pytest.fixture
def new_client(run: Run):
    """Makes clients under test, each with a name."""

    def make(name: str) -> Client:
        return Client(partial(run.start, "client.py"), run.record, name)

    return make


@pytest.fixture
def peer(run: Run) -> Peer:
    """A scripted server, for the client under test to talk to."""
    peer = Peer(run.record, run.words)
    run.closing.append(peer)
    return peer


@pytest.fixture
def functions(run: Run) -> Functions:
    """The functions of the submission, to be called."""
    return Functions(partial(run.start, ""), run.record, run.words)


@pytest.fixture
def framing(functions: Functions) -> Functions:
    """The functions of framing.py."""
    return functions


def is_grading(config: pytest.Config) -> bool:
    """Return whether this run grades a submission, and is nothing else."""
    if config.getoption("collectonly") or config.getoption("help"):
        return False
    others = ("kit", "notebooks")
    paths = [Path(arg.split("::")[0]) for arg in config.args]
    return not any(set(path.parts) & set(others) for path in paths)


def install(config: pytest.Config) -> None:
    """Put the grader to work, if there is something to grade."""
    config.addinivalue_line("markers", "graded: a graded test")
    if is_grading(config):
        config.pluginmanager.register(Grader(config), "grader")
