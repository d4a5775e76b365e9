"""What the notebooks need beside the chat: checks, predictions, a check-up."""

import ast
import importlib.util
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
PATIENCE = 300  # seconds that a check may take
PACKAGES = ["pytest", "nbval", "jupyterlab", "psutil"]


def check(*tasks: int) -> None:
    """Grade these tasks as pytest does in a terminal, and print its words.

    The tests run in a process of their own: whatever your code does there,
    the notebook goes on. CHAT_SUBMISSION names another folder to grade.
    """
    command = [sys.executable, "-m", "pytest", "--color=no"]
    command += ["-p", "no:cacheprovider"]
    if folder := os.environ.get("CHAT_SUBMISSION"):
        command += [f"--submission={folder}"]
    for task in tasks:
        command += ["--task", str(task)]
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
    env |= {"PYTHONUTF8": "1", "COLUMNS": "79", "NO_COLOR": "1"}
    process = subprocess.Popen(
        command,
        cwd=HERE.parent,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )
    try:
        output, errors = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        print(f"The check took longer than {PATIENCE} seconds: stopped.")
        return
    finally:
        _kill_tree(process)
    # 0 and 1 are verdicts; anything else is trouble, and says why.
    print(
        (output if process.returncode in (0, 1) else output + errors).strip()
    )


def _kill_tree(process: subprocess.Popen) -> None:
    """End a process and all that it started; nothing if it has ended."""
    import psutil  # here, so that the check-up can say that it is missing

    if process.poll() is not None:
        return
    for child in psutil.Process(process.pid).children(recursive=True):
        try:
            child.kill()
        except psutil.NoSuchProcess:
            pass
    process.kill()
    process.communicate()


def source(file: str, name: str) -> None:
    """Print the function or class `name` of a file beside the notebook."""
    text = (HERE / file).read_text(encoding="utf-8")
    for node in ast.parse(text).body:
        if getattr(node, "name", None) == name:
            first = min(d.lineno for d in [node, *node.decorator_list])
            print("\n".join(text.splitlines()[first - 1 : node.end_lineno]))


def compare(predictions: dict[str, str], facts: dict[str, bool]) -> None:
    """Say which predictions held; kindly, if there are none."""
    made = {name: word for name, word in predictions.items() if word}
    if not made:
        print("No predictions yet, and that is allowed. Try it next time:")
        print("what surprised you is what you will remember.")
        return
    held = tried = 0
    for name, word in made.items():
        if name not in facts:
            print(f"{name}: you said {word!r}; its experiment was not run yet")
            continue
        answer = "yes" if facts[name] else "no"
        right = word.strip().lower() == answer
        tried, held = tried + 1, held + right
        verdict = "it held" if right else f"in fact: {answer}"
        print(f"{name}: you said {word!r}; {verdict}")
    print(f"{held} of {tried} held. The others teach you more.")


def checkup() -> None:
    """Try out what the kit needs, and say what to do where it fails."""
    for what, holds, remedy in NEEDS:
        try:
            verdict = "ok  " if holds() else "FAIL"
            why = ""
        except Exception as error:
            verdict, why = "FAIL", f" ({error})"
        advice = "" if verdict == "ok  " else f"{why}: {remedy}"
        print(f"{verdict}  {what}{advice}")


def _python() -> bool:
    return sys.version_info >= (3, 10)


def _packages() -> bool:
    return all(importlib.util.find_spec(name) for name in PACKAGES)


def _folders() -> bool:
    files = ["starter/framing.py", "solution/framing.py", "tests"]
    return all((HERE.parent / file).exists() for file in files)


def _loopback() -> bool:
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        socket.create_connection(listener.getsockname(), 5) as ann,
        listener.accept()[0] as bob,
    ):
        bob.settimeout(5)
        ann.sendall(b"hello")
        return bob.recv(5) == b"hello"


def _threads() -> bool:
    go = threading.Event()
    threads = [threading.Thread(target=go.wait) for _ in range(100)]
    try:
        for thread in threads:
            thread.start()
    finally:
        go.set()
    return True


def _alphabet() -> bool:
    words = "Привет, 世界, olá"
    command = [sys.executable, "-c", f"print({words!r})"]
    env = {**os.environ, "PYTHONUTF8": "1"}
    output = subprocess.run(
        command, capture_output=True, env=env, timeout=20, encoding="utf-8"
    )
    return output.stdout.strip() == words


# What a machine needs, how to find out, and what to do if it has it not.
NEEDS: list[tuple[str, Callable[[], bool], str]] = [
    (
        "Python is 3.10 or newer",
        _python,
        "install one from python.org, and make the environment again",
    ),
    (
        "the packages are there",
        _packages,
        "run: python -m pip install -r requirements.txt",
    ),
    (
        "the kit's folders are there",
        _folders,
        "clone the kit again, and open notebooks/ inside it",
    ),
    (
        "two sockets can talk on 127.0.0.1",
        _loopback,
        "a firewall or VPN may forbid it: let Python connect to itself",
    ),
    (
        "a hundred threads can wait at once",
        _threads,
        "close other programs, or raise the limit (ulimit -u)",
    ),
    (
        "a program can print any alphabet",
        _alphabet,
        "this Python has no UTF-8 mode: install one from python.org",
    ),
]
