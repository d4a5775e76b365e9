"""ngircd, a server in C: starts it where it is installed, and says so.

The load speaks IRC to it; the chat is one channel.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CONFIG = """
[Global]
Name = irc.example.net
Info = benchmark
Listen = 127.0.0.1
Ports = {port}
[Limits]
MaxConnections = 0
MaxConnectionsIP = 0
MaxJoins = 0
MaxPenaltyTime = 0
[Options]
DNS = no
Ident = no
PAM = no
"""


def free_port() -> int:
    """Return a port that nobody listens on; ngircd cannot ask for one."""
    with socket.create_server(("127.0.0.1", 0)) as sock:
        return sock.getsockname()[1]


def wait_for(port: int, seconds: float = 10) -> None:
    """Return as soon as somebody listens on `port`."""
    end = time.monotonic() + seconds
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)


if __name__ == "__main__":
    program = shutil.which("ngircd", path="/usr/sbin:/usr/bin:/usr/local/sbin")
    if program is None:
        sys.exit("ngircd is not installed")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # ngircd gives its rights up, then reads
        config, port = Path(folder, "ngircd.conf"), free_port()
        config.write_text(CONFIG.format(port=port))
        server = subprocess.Popen(
            [program, "--nodaemon", "--config", str(config)],
            stdout=subprocess.DEVNULL,
        )
        try:
            wait_for(port)
            print(f"Listening on 127.0.0.1:{port}", flush=True)
            sys.stdin.read()  # the benchmark closes it at the end
        finally:
            server.terminate()
            server.wait()
