"""Catches ConnectionRefusedError only.

Believed: that is what comes when no server runs.
Wrong: C5. A host whose name nobody knows (socket.gaierror), a network that
cannot be reached, a timeout: a traceback.
"""

TASK = 12
FAILS = [
    "test_nobody_there",
]
SAYS = "The exception above ended the program."
REPLACES = {"my_main": "client.py:main"}


def my_main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        conn = socket.create_connection((args.host, args.port), timeout=10)
        conn.settimeout(None)
        return ChatClient(conn).run()
    except ConnectionRefusedError as error:
        sys.exit(f"Cannot connect to port {args.port}: {error}")
    except KeyboardInterrupt:
        return 130
