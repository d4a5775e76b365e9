"""The table of tasks: what the student fills in, where, and where to read.

The points are not here: they stand beside the tests, and `scoreboard`
adds them up.
"""

from dataclasses import dataclass
from pathlib import Path

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
FILES = ("framing.py", "server.py", "client.py")


@dataclass(frozen=True)
class Task:
    """One row of the scoreboard."""

    number: int
    title: str
    file: str  # where the blanks are; "" if there is none
    blanks: tuple[str, ...]  # qualified names of the functions to fill in
    notebook: str
    section: str
    needs: tuple[int, ...] = ()  # other tasks, if the file is graded whole

    def reading(self) -> str:
        """Return where to read about it: the notebook, if there is one yet;
        else the rules."""
        if (NOTEBOOKS / self.notebook).exists():
            return f'notebooks/{self.notebook}, "{self.section}"'
        return "notebooks/protocol.md, and the steps in the blank"

    def begins_in(self) -> str:
        """Return the first notebook behind the one of the task before, if
        that is not this task's own; else ""."""
        before = TASKS.get(self.number - 1)
        names = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))
        between = [
            name
            for name in names
            if before and before.notebook < name < self.notebook
        ]
        return between[0] if between else ""


_LINES = (1, 2, 3)
_SERVER = (*_LINES, 4, 5, 6, 7, 8)
_CLIENT = (*_LINES, 10, 11)

TASKS = {
    task.number: task
    for task in (
        Task(
            1,
            "encode_line",
            "framing.py",
            ("encode_line",),
            "02_lines.ipynb",
            "A line out of a text (Task 1)",
        ),
        Task(
            2,
            "LineBuffer.feed",
            "framing.py",
            ("LineBuffer.feed",),
            "02b_buffer.ipynb",
            "Lines out of bytes (Task 2)",
        ),
        Task(
            3,
            "read_lines",
            "framing.py",
            ("read_lines",),
            "02c_socket.ipynb",
            "Lines out of a socket (Task 3)",
            (2,),
        ),
        Task(
            4,
            "the accept thread",
            "server.py",
            ("ChatServer.accept_thread", "ChatServer.welcome"),
            "03b_welcome.ipynb",
            "One listener, many talks (Task 4)",
            _SERVER,
        ),
        Task(
            5,
            "the client thread",
            "server.py",
            ("ChatServer.client_thread",),
            "04b_leave.ipynb",
            "One thread, one connection (Task 5)",
            _SERVER,
        ),
        Task(
            6,
            "deliver without waiting",
            "server.py",
            ("Client.deliver", "Client.writer_thread"),
            "05b_backlog.ipynb",
            "Offer, then backlog (Task 6)",
            _SERVER,
        ),
        Task(
            7,
            "the roster",
            "server.py",
            ("Roster.join", "Roster.leave", "Roster.everyone_but"),
            "06_broadcast.ipynb",
            "One table, one lock (Task 7)",
            _SERVER,
        ),
        Task(
            8,
            "the sender thread",
            "server.py",
            ("ChatServer.sender_thread",),
            "06b_one_order.ipynb",
            "One order for everybody (Task 8)",
            _SERVER,
        ),
        Task(
            9,
            "close",
            "server.py",
            ("ChatServer.close",),
            "07b_close.ipynb",
            "Waking whoever waits (Task 9)",
            (*_SERVER, 9),
        ),
        Task(
            10,
            "the printer thread",
            "client.py",
            ("ChatClient.printer_thread",),
            "08_client.ipynb",
            "The printer thread (Task 10)",
            _CLIENT,
        ),
        Task(
            11,
            "the input thread",
            "client.py",
            ("ChatClient.input_thread", "ChatClient.finish"),
            "08b_leaving.ipynb",
            "The input thread, the end (Task 11)",
            _CLIENT,
        ),
        Task(
            12,
            "all together",
            "",
            (),
            "08b_leaving.ipynb",
            "The two programs together (Task 12)",
            tuple(range(1, 12)),
        ),
    )
}
