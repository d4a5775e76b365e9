"""Leaves the timeout of the connect on the socket: after two quiet seconds the client says that the server closed.

Believed: the timeout of create_connection is for connecting only.
"""

TASK = 12
FAILS = [
    "test_prints_each_line",
    "test_prints_lines_not_chunks",
]
MAY_FAIL = [
    "test_end_of_input",
]
SAYS = "The timeout of the connect"
REPLACES = {"client_main": "client.py:main"}


def client_main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        conn = socket.create_connection((args.host, args.port), timeout=2)
        return ChatClient(conn).run()
    except OSError as error:
        print(f"Cannot connect to port {args.port}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
