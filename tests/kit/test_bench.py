"""The benchmark of speed: its servers are right, and its load can tell."""

import sys
from pathlib import Path

import pytest

import zoo

sys.path.append(str(zoo.ROOT / "tests" / "bench"))
import speed

PEERS = speed.peers(sys.executable)
BRIEF = "--seconds 0.05 --lines 200"


@pytest.mark.parametrize("name", PEERS)
def test_every_server_delivers(name):
    """Each server of the benchmark delivers every line, as the load checks:
    one talks, all talk, one message at a time."""
    for load in ("--mode flood", "--mode flood --talkers all", "--mode alone"):
        if "all" in load and "bare" in name:
            continue  # it cuts lines
        result = speed.drive(PEERS[name], name, f"{load} {BRIEF}", 4)
        assert result.get("error") is None
        assert result["delivered"] >= result["deliveries"] > 0


@pytest.mark.parametrize(
    "name",
    [
        "task07_author_not_left_out",
        "task08_text_alone",
        "task08_last_group_only",
        "task08_space_after_the_colon",
    ],
)
def test_the_load_tells_a_wrong_server(name, tmp_path):
    """Lines that are missing, changed, in another order, or told to their
    own author are no deliveries."""
    zoo.read(zoo.WRONG / f"{name}.py").lay_out(tmp_path)
    command = [sys.executable, str(Path(tmp_path, "server.py"))]
    load = f"--mode flood --talkers all --patience 2 {BRIEF}"
    result = speed.drive(command, name, load, 6)
    assert "rate" not in result
    assert result["error"].startswith("Wrong: ")


def test_nothing_is_left_after_resets():
    """After clients that come and go, and some that reset, the solution
    holds as many threads and files as before."""
    load = f"--mode flood --churn 100 --reset {BRIEF}"
    result = speed.drive(PEERS["solution"], "solution", load, 2)
    for held in ("threads", "files"):
        assert result["after"][held] == result["before"][held]


def test_the_picture_holds_every_server():
    """The plot and its text name each server that was measured."""
    results = speed.Results()
    for row in ("one", "alone"):
        for clients in speed.ROWS[row].clients:
            for place, name in enumerate(PEERS, 1):
                run = {"rate": 1e5 * place * clients, "p50": clients / 1e4}
                results.add(row, clients, name, run)
    svg, text = speed.picture(results, list(PEERS))
    for name in PEERS:
        if name != "bare":
            assert name.replace("_", " ") in text
            assert name.replace("_", " ") in svg
