"""Timeouts at another speed, so that no test has to wait for them.

Runs in the child. How long a timeout is must not decide a verdict: with
which the student waits for a line, any is too short, and whoever holds back
a line for so long holds it back; with which one delivers, any is too long,
and if nobody is to wait on a connection for the moment, that is a long
moment. A pause in place of a join is no join.
"""

import collections
import select
import socket
import struct
import sys
import time

OPTIONS = [
    getattr(socket, name)
    for name in ("SO_RCVTIMEO", "SO_SNDTIMEO")
    if hasattr(socket, name)
]
READERS = (
    "read_lines",
    "accept_thread",
    "welcome",
    "client_thread",
    "printer_thread",
)
AT_ONCE, AT_ONCE_MICROSECONDS = 0.001, 1000  # the first in seconds
WRITERS = ("deliver", "writer_thread")
LONGER = 20  # times
NEVER = 10_000  # seconds: it does not run out in any test
PAUSES, PAUSE = 20, 0.02  # times at most, seconds
ENDERS = ("close", "finish")
FEW, LONG, MUCH_LONGER = 20, 0.05, 5  # times a pause, seconds, times as long


def change_timeouts(folder: str, impatient: bool, ours: int) -> None:
    """Let timeouts in the student's `WRITERS` take longer, and those in his
    read_lines for ever. If `READERS` are to be `impatient`, theirs run out
    at once; and those of the writer thread, and options of a socket.

    `ours`: from which line number on a body is not the student's.
    """

    def is_theirs(frame) -> bool:
        inside = frame.f_code.co_filename.startswith(folder)
        return inside and frame.f_lineno < ours

    def changed(seconds: object) -> object:
        frame = sys._getframe(2)
        code = frame.f_code
        if type(seconds) not in (int, float) or seconds <= 0:
            return seconds
        if not is_theirs(frame):
            return seconds
        if impatient and code.co_name in (*READERS, "writer_thread"):
            return min(seconds, AT_ONCE)
        if code.co_name == "read_lines":
            return max(seconds, NEVER)
        if code.co_name in WRITERS:
            return seconds * LONGER
        return seconds

    setsockopt, default = socket.socket.setsockopt, socket.setdefaulttimeout
    setblocking = socket.socket.setblocking
    settimeout, select_ = socket.socket.settimeout, select.select

    def other_setsockopt(self, level, option, *value):
        if impatient and option in OPTIONS and is_theirs(sys._getframe(1)):
            if type(value[0]) is bytes and any(value[0]):  # none at all: 0
                value = (struct.pack("ll", 0, AT_ONCE_MICROSECONDS),)
        return setsockopt(self, level, option, *value)

    def other_default(seconds):
        default(changed(seconds))

    def other_settimeout(self, seconds):
        if self.gettimeout() == 0:
            pause()
        settimeout(self, changed(seconds))

    def other_setblocking(self, flag):
        if self.gettimeout() == 0:
            pause()
        setblocking(self, flag)

    pauses = 0

    def pause() -> None:
        """Let who answers be read while nobody waits on this socket."""
        nonlocal pauses
        frame = sys._getframe(2)
        in_writer = frame.f_code.co_name in WRITERS and is_theirs(frame)
        if in_writer and pauses < PAUSES:
            pauses += 1
            time.sleep(PAUSE)

    def other_select(read, write, error, seconds=None):
        return select_(read, write, error, changed(seconds))

    connect = socket.create_connection

    def other_connect(*args, **options):
        conn = connect(*args, **options)
        if impatient and conn.gettimeout():  # that was for connecting
            conn.settimeout(AT_ONCE)
        return conn

    socket.create_connection = other_connect
    socket.setdefaulttimeout = other_default
    socket.socket.setsockopt = other_setsockopt
    socket.socket.settimeout = other_settimeout
    socket.socket.setblocking = other_setblocking
    select.select = other_select

    skip_pauses(is_theirs)
    if impatient:
        pause_after_goodbyes()


def pause_after_goodbyes() -> None:
    """Let who has sent a goodbye pause: the answer may be quicker than its
    next line of code."""
    sendall = socket.socket.sendall

    def other_sendall(self, data, *flags):
        sendall(self, data, *flags)
        if bytes(data[-5:]) == b"Bye!\n":
            time.sleep(0.1)

    socket.socket.sendall = other_sendall


def skip_pauses(is_theirs) -> None:
    """Let the first sleep at a line of the student's `ENDERS` take no time;
    and one for each of many clients much more, if it was long before.

    Not all of them: a loop that looks at a state between two pauses loses
    one of them, and has rarely more than a `FEW`.
    """
    sleep, slept = time.sleep, collections.Counter()

    def other_sleep(seconds):
        frame = sys._getframe(1)
        if frame.f_code.co_name in ENDERS and is_theirs(frame):
            place = frame.f_code, frame.f_lineno
            slept[place] += 1
            if slept[place] == 1:
                return None
            if slept[place] > FEW and seconds >= LONG:
                seconds *= MUCH_LONGER
        return sleep(seconds)

    time.sleep = other_sleep
