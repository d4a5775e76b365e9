"""Catches Ctrl-C as well as any other end with a bare except, and answers 1.

Believed: whatever ended the server early is an error.
"""

TASK = 12
FAILS = [
    "test_accept_thread_ends",
    "test_reset",
    "test_nothing_is_left_of_stallers",
    "test_sender_thread_ends",
    "test_interrupt",
    "test_same_port_again",
    "test_interrupt_in_bad_company",
    "test_interrupt_in_a_flood",
    "test_the_server_stops",
    "test_nobody_there",
]
SAYS = "Ctrl-C is how a server"
REPLACES = {"server_main": "server.py:main"}


def server_main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    try:
        with ChatServer(args.host, args.port) as server:
            print("Listening on {}:{}".format(*server.address), flush=True)
            while not server.stop_event.wait(0.5):
                pass
    except BaseException as error:
        print(f"Server ended: {error!r}", file=sys.stderr)
        sys.exit(1)
