"""Reads stdin with newline=None, alike on every system.

Believed: "universal newlines" is what makes systems alike.
Wrong: C2, P2. Then a bare \r ends a line, too: "10%\r20%" is sent as two.
"""

TASK = 12
FAILS = [
    "test_sends_each_line",
]
SAYS = "A \\r alone ends no line: sys.stdin has to be"
REPLACES = {"my_main": "client.py:main"}


def my_main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline=None)
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        conn = socket.create_connection((args.host, args.port), timeout=10)
        conn.settimeout(None)
        return ChatClient(conn).run()
    except OSError as error:
        sys.exit(f"Cannot connect to port {args.port}: {error}")
    except KeyboardInterrupt:
        return 130
