"""Makes children that are ready to run, by fork; started by `forks`.

    python -I -u -B -X utf8 forker.py FD

To start Python and load what a child needs takes longer than most tests; to
copy a process that has done so takes milliseconds. A request over the socket
FD is a folder and the arguments of `child`, with the child's standard input,
output and error; the answer is the number of its process.
"""

import gc
import json
import os
import socket
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import child

del sys.path[0]  # the rest of the grader is not for the submission

STREAMS = 3  # standard input, output and error


def serve(conn: socket.socket) -> list[str] | None:
    """Make a child for each request. Returns in each child, with its
    arguments; in the forker, with None, when the grader has gone."""
    while True:
        data, streams, _, _ = socket.recv_fds(conn, 65536, STREAMS)
        if not data:
            return None
        request = json.loads(data)
        pid = copy(request["folder"], streams)
        if not pid:
            conn.close()
            return request["args"]
        for stream in streams:
            os.close(stream)
        conn.send(str(pid).encode())


def copy(folder: str, streams: list[int]) -> int:
    """Return the process of a new child; 0 in that child.

    Its parent ends at once, before we return. So it belongs to the grader,
    which adopts orphans, and can wait for it as for a child of its own.
    """
    read, write = os.pipe()
    if parent := os.fork():
        os.close(write)
        os.waitpid(parent, 0)
        pid = int(os.read(read, 20) or -1)
        os.close(read)
        return pid
    os.close(read)
    if os.fork():
        os._exit(0)
    os.setsid()
    os.chdir(folder)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.write(write, str(os.getpid()).encode())
    os.close(write)
    return 0


if __name__ == "__main__":
    gc.freeze()  # the copies share this memory as long as nobody touches it
    arguments = serve(socket.socket(fileno=int(sys.argv[1])))
    if arguments is not None:
        child.main(arguments)
