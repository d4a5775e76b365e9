"""Leaves Ctrl-C to Python.

Believed: a traceback is how a program ends when somebody interrupts it.
"""

TASK = 12
FAILS = [
    "test_the_user_interrupts",
]
SAYS = "Ctrl-C raises"
REPLACES = {"careless": "client.py:main"}


def careless():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        conn = socket.create_connection((args.host, args.port))
    except OSError as error:
        print(f"Cannot connect to port {args.port}: {error}", file=sys.stderr)
        return 1
    return ChatClient(conn).run()
