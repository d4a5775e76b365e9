"""How fast the chat is, beside other servers that a student could pick.

    python tests/bench/speed.py [--rounds N] [--rows NAME…] [--clients N…]
        [--peers NAME…] [--server "COMMAND"] [--json FILE] [--svg FILE]

Starts one server after another on this machine, lets load.py drive it, and
prints a table for each row. Each round tries every server once, in an order
of its own; a figure is the median of the rounds, with the lowest and the
highest behind it. "times asyncio" is the ratio to asyncio_streams in the
same round, which writes once a line and client. Every line that a server
delivers is checked: once, in one order, none to its author.

--server adds any server that keeps the contracts of solution/server.py.
--syscalls counts the sends of a server under strace, where there is one.
"""

import argparse
import collections
import contextlib
import importlib.util
import json
import os
import platform
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
sys.path.append(str(ROOT / "notebooks"))
import chart  # noqa: E402

BASE = "asyncio_streams"  # what the others are compared with
DIALECTS = {"bare": "bare", "ngircd": "irc"}  # the others speak "chat"
LOST = ("naive", "socketserver_lock", "ngircd", "bare")  # with one stalled


@dataclass(frozen=True)
class Row:
    """What one table measures, and with how many clients."""

    title: str
    load: str  # options of load.py
    clients: tuple[int, ...]
    figure: str = "rate"  # or "p99"
    without: tuple[str, ...] = ("bare",)  # servers that cannot do it


ROWS = {
    "one": Row(
        "One talks, as fast as it goes",
        "--mode flood",
        (2, 10, 100, 500, 1000),
        without=(),
    ),
    "all": Row(
        "All talk, as fast as it goes",
        "--mode flood --talkers all",
        (10, 100, 500, 1000),
    ),
    "alone": Row(
        "One message at a time: the next when all have heard the last",
        "--mode alone",
        (2, 10, 100, 500, 1000),
    ),
    "turns": Row(
        "One message at a time, all in turns",
        "--mode alone --talkers all",
        (10, 100, 1000),
    ),
    "paced": Row(
        "A modest rate: at most 100 messages, 10,000 deliveries a second",
        "--mode paced --talkers all --seconds 2",
        (10, 100),
        "p99",
    ),
    "stalled": Row(
        "The same, after 8 MB that one more client never reads",
        "--mode paced --talkers all --seconds 2 --stalled",
        (10, 100),
        "p99",
        LOST,
    ),
    "churn": Row(
        "After 10,000 clients that came and went",
        "--mode flood --churn 10000 --seconds 0.2",
        (2,),
        without=("ngircd", "bare"),
    ),
    "resets": Row(
        "After 1,000 clients that came and went by a reset",
        "--mode flood --churn 1000 --reset --seconds 0.2",
        (2,),
        without=("ngircd", "bare"),
    ),
}


def peers(python: str) -> dict[str, list[str]]:
    """Return the servers that can run here: name and command."""
    found = {"solution": [python, str(ROOT / "solution" / "server.py")]}
    for path in sorted((HERE / "peers").glob("*.py")):
        library = path.stem.partition("_")[0]
        missing = {
            "common": True,
            "ngircd": not shutil.which("ngircd", path=_programs()),
            "trio": not importlib.util.find_spec("trio"),
            "uvloop": not importlib.util.find_spec("uvloop"),
        }
        if not missing.get(library, False):
            found[path.stem] = [python, str(path)]
    return found


def _programs() -> str:
    return os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])


@contextlib.contextmanager
def running(command: list[str]) -> Iterator[tuple[subprocess.Popen, int]]:
    """Run a server; give its process and its port, and end it after that."""
    pipe = subprocess.PIPE
    server = subprocess.Popen(
        [*command, "--port", "0"],
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        for line in server.stdout:
            if match := re.search(r"Listening on \S+:(\d+)$", line.rstrip()):
                yield server, int(match[1])
                return
        raise OSError(f"{shlex.join(command)} did not say where it listens")
    finally:
        server.stdin.close()  # ngircd.py ends what it has started
        end(server)
        server.stdout.close()


def end(server: subprocess.Popen) -> None:
    """End a server; of one under strace, the server itself."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.wait(0.2)
    with contextlib.suppress(psutil.Error):
        children = psutil.Process(server.pid).children(recursive=True)
        for process in children or [server]:
            process.terminate()
    server.wait()


def drive(command: list[str], name: str, options: str, clients: int) -> dict:
    """Return what load.py says of one server; `memory` is its peak."""
    with running(command) as (server, port):
        asked = {
            "port": port,
            "pid": server.pid,
            "dialect": DIALECTS.get(name, "chat"),
            "clients": clients,
        }
        said = [f"--{option}={value}" for option, value in asked.items()]
        load = subprocess.Popen(
            [sys.executable, HERE / "load.py", *said, *shlex.split(options)],
            stdout=subprocess.PIPE,
            text=True,
        )
        processes = psutil.Process(server.pid)
        processes = [processes, *processes.children(recursive=True)]
        peak = 0
        while load.poll() is None:
            with contextlib.suppress(psutil.Error):
                now = sum(p.memory_info().rss for p in processes)
                peak = max(peak, now)
            with contextlib.suppress(subprocess.TimeoutExpired):
                load.wait(0.05)
        result = json.loads(load.stdout.read() or '{"error": "the load"}')
        load.stdout.close()
    return result | {"memory": peak}


class Results:
    """What was measured, by row, number of clients and server."""

    def __init__(self) -> None:
        self.runs = collections.defaultdict(list)

    def add(self, row: str, clients: int, name: str, result: dict) -> None:
        """Note one run; those of one round have the same place."""
        self.runs[row, clients, name].append(result)

    def figures(self, row: str, clients: int, name: str, what: str) -> list:
        """Return a figure of each round that has it."""
        runs = self.runs[row, clients, name]
        return [run[what] for run in runs if what in run]

    def ratios(self, row: str, clients: int, name: str, what: str) -> list:
        """Return, for each round, how many times BASE's the figure is."""
        runs = self.runs[row, clients, name]
        bases = self.runs.get((row, clients, BASE), [])
        return [
            run[what] / base[what]
            for run, base in zip(runs, bases, strict=False)
            if what in run and what in base
        ]

    def table(self, row: str, clients: int, names: list[str]) -> str:
        """Return the lines of one row and number of clients."""
        rate = ROWS[row].figure == "rate"
        unit, factor = ("M/s", 1e-6) if rate else ("p99 ms", 1e3)
        lines = [
            f"{clients} clients".ljust(19)
            + f"{unit:>9} {'(lowest-highest)':19}{'times asyncio':>14}"
            f"{'cpu s/M':>9}{'MB':>6}{'p50 ms':>8}{'load':>6}"
            f"{'threads':>9}{'files':>7}"
        ]
        for name in names:
            if name not in ROWS[row].without:
                lines.append(self._line(row, clients, name, factor))
        return "\n".join(lines)

    def _line(self, row: str, clients: int, name: str, factor: float) -> str:
        """Return what one server did; or why it could not."""
        figure = ROWS[row].figure
        values = self.figures(row, clients, name, figure)
        if not values:
            errors = self.figures(row, clients, name, "error")
            return f"  {name:17}{errors[0][:80] if errors else 'not run'}"

        def median(what: str) -> float:
            return statistics.median(
                self.figures(row, clients, name, what) or [0]
            )

        low, high = min(values) * factor, max(values) * factor
        ratio = self.ratios(row, clients, name, figure)
        times = f"{statistics.median(ratio):.2f}" if ratio else ""
        runs = self.runs[row, clients, name]
        failed = sum("error" in run for run in runs)
        last = next(run for run in reversed(runs) if "after" in run)
        held = [f"{last['after'][w] - last['before'][w]:+d}" for w in _HELD]
        return (
            f"  {name:17}{median(figure) * factor:9.2f} "
            f"{f'({low:.2f}-{high:.2f})':19}{times:>14}"
            f"{median('cpu'):9.3f}{median('memory') / 1e6:6.0f}"
            f"{median('p50') * 1e3:8.2f}{median('load'):6.0%}"
            f"{held[0]:>9}{held[1]:>7}"
            + (f"  {failed} of {len(runs)} failed" if failed else "")
        )


_HELD = ("threads", "files")


def syscalls(command: list[str], options: str, clients: int) -> str:
    """Return how many sends a delivery takes, as strace counts them."""
    with tempfile.TemporaryDirectory() as folder:
        counts = Path(folder, "counts")
        trace = "trace=sendto,sendmsg,write,writev"
        strace = ["strace", "-f", "-c", "-o", str(counts), "-e", trace]
        result = drive([*strace, *command], "", options, clients)
        if "error" in result:
            return result["error"]
        rows = [row.split() for row in counts.read_text().splitlines()]
    sends = sum(int(row[3]) for row in rows if row and row[-1] in trace)
    return (
        f"{sends} sends, {result['delivered']} deliveries: "
        f"{sends / result['delivered']:.5f} a delivery"
    )


def picture(results: Results, names: list[str]) -> tuple[str, str]:
    """Return the plot as SVG and as text: deliveries, and latency."""
    charts = []
    for row, what, factor, title in (
        ("one", "rate", 1, "Deliveries a second, one talks"),
        ("alone", "p50", 1e3, "Milliseconds until all have heard (median)"),
    ):
        plot = chart.Chart(title)
        for name in names:
            for clients in ROWS[row].clients:
                values = results.figures(row, clients, name, what)
                if values and name != "bare":
                    value = statistics.median(values) * factor
                    plot.add(name.replace("_", " "), clients, value)
        charts.append(plot)
    return chart.side_by_side(*charts)


def parse() -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=[*ROWS])
    parser.add_argument("--clients", nargs="+", type=int)
    parser.add_argument("--peers", nargs="+", help="only these")
    parser.add_argument("--server", help="a command line, as one word")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--json", type=Path, help="write every run there")
    parser.add_argument("--svg", type=Path, help="draw the plot there")
    parser.add_argument("--syscalls", action="store_true")
    return parser.parse_args()


def room_for(clients: int) -> bool:
    """Let us open as many files as the system allows; is it enough?"""
    try:
        import resource
    except ImportError:  # Windows sets no such limit
        return True
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    limit = min(most, 65536)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, most))
    return limit > clients + 100


def main() -> None:
    """Measure, row by row, and print each table as soon as it is there."""
    args = parse()
    servers = peers(args.python)
    if args.server:
        servers["server"] = shlex.split(args.server)
    names = [n for n in servers if not args.peers or n in args.peers]
    print(
        f"CPython {platform.python_version()}, {platform.system()}, "
        f"{os.cpu_count()} processors; median of {args.rounds} rounds"
    )
    if args.syscalls:
        for name in names:
            for row in ("one", "all"):
                options = f"{ROWS[row].load} --seconds 0.5"
                counted = syscalls(servers[name], options, 100)
                print(f"{name}, 100 clients, {row}: {counted}", flush=True)
        return
    results = Results()
    for row in args.rows:
        print(f"\n{ROWS[row].title}", flush=True)
        for clients in args.clients or ROWS[row].clients:
            if not room_for(clients):
                print(f"{clients} clients: too few open files are allowed")
                continue
            for number in range(args.rounds):
                turn = number % len(names)
                for name in names[turn:] + names[:turn]:
                    if name in ROWS[row].without:
                        continue
                    command, load = servers[name], ROWS[row].load
                    result = drive(command, name, load, clients)
                    results.add(row, clients, name, result)
            print(results.table(row, clients, names), flush=True)
    if args.json:
        runs = {" ".join(map(str, k)): v for k, v in results.runs.items()}
        args.json.write_text(json.dumps(runs, indent=1), "utf-8")
    if args.svg:
        svg, text = picture(results, names)
        args.svg.write_text(svg, "utf-8")
        args.svg.with_suffix(".txt").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
