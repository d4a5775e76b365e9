"""The starter's structure; each blank is filled in another way."""

import argparse
import os
import re
import socket
import sys
import threading

from framing import RELAY_LIMIT, LineTooLong, encode_line, read_lines

GOODBYE = "Bye!"
LINGER = 0.5  # seconds that the server has to answer our goodbye


def visible(text: str) -> str:
    """Return `text`, its control characters as escapes: what comes over the
    network must not steer the reader's terminal (C6)."""
    controls = r"[\x00-\x1f\x7f-\x9f]"
    return re.sub(controls, lambda m: f"\\x{ord(m[0]):02x}", text)


class ChatClient:
    """A conversation over a connected socket."""

    def __init__(self, conn: socket.socket) -> None:
        self.conn = conn
        self.leaving = threading.Event()  # set when it is we who leave
        self.over = threading.Event()  # set when there is nothing to wait for
        # Daemons: nothing wakes a thread that waits for the keyboard.
        self.printer = threading.Thread(target=self.printer_thread)
        self.input = threading.Thread(target=self.input_thread)
        self.printer.name, self.input.name = "printer", "input"
        self.printer.daemon = self.input.daemon = True

    def run(self) -> int:
        """Talk until one side leaves; return the exit code."""
        self.printer.start()
        self.input.start()
        # On Windows a wait without a timeout would not hear Ctrl-C.
        while not self.over.wait(0.5):
            pass
        return self.finish()

    def printer_thread(self) -> None:
        """Print each line as it comes, until the connection ends (C1)."""
        lines = read_lines(self.conn, RELAY_LIMIT)
        try:
            while True:
                sys.stdout.write(visible(next(lines)) + "\n")
                sys.stdout.flush()
        except (StopIteration, OSError, LineTooLong):
            self.over.set()

    def input_thread(self) -> None:
        """Send each line of the input, and the goodbye at its end (C2)."""
        line = sys.stdin.readline()
        while line and line.rstrip("\r\n") != GOODBYE:
            try:
                data = encode_line(line.rstrip("\r\n"))
                while data:
                    data = data[self.conn.send(data) :]
            except OSError:
                return
            except ValueError:
                sys.stderr.write("That line is too long; it was not sent.\n")
                sys.stderr.flush()
            line = sys.stdin.readline()
        try:
            self.leave()
        except OSError:
            pass

    def leave(self) -> None:
        """Send the goodbye; it is we who leave."""
        self.leaving.set()
        self.over.set()
        self.conn.sendall(encode_line(GOODBYE))

    def finish(self) -> int:
        """Say how the conversation ended; return the exit code (C3, C4)."""
        code = 0 if self.leaving.is_set() else 1
        if code == 0:
            self.printer.join(timeout=LINGER)
        words = ("Stopped everything", "Server closed the connection")
        print(words[code])
        sys.stdout.flush()
        return code


def main() -> int:
    """Connect, talk, and return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    # Alike on every system: UTF-8, and a newline alone ends a line.
    sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        conn = socket.create_connection((args.host, args.port), timeout=10)
        conn.settimeout(None)
        return ChatClient(conn).run()
    except OSError as error:
        sys.exit(f"Cannot connect to port {args.port}: {error}")
    except KeyboardInterrupt:
        return 130  # what a shell reports after Ctrl-C


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    # The input thread may still wait for the keyboard: at a usual exit the
    # interpreter would wait for the lock that it holds, and abort.
    os._exit(code)
