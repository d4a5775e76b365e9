"""Does not expect that nobody is there.

Believed: a connection is made, or the program need not care.
"""

TASK = 12
FAILS = [
    "test_nobody_there",
]
SAYS = "catch it where you connect"
REPLACES = {"careless": "client.py:main"}


def careless():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return ChatClient(
            socket.create_connection((args.host, args.port))
        ).run()
    except KeyboardInterrupt:
        return 130
