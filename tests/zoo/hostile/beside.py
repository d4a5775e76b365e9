"""Lays files beside it that Python or pytest might load."""

FILE = "framing.py"
TASK = 1
SAYS = "hides Python's own module"
BAD = 'import os\nprint("loaded " * 3)\nos._exit(0)\n'
OTHERS = {
    name: BAD
    for name in (
        'conftest.py',
        'sitecustomize.py',
        'usercustomize.py',
        'socket.py',
        'json.py',
        'queue.py',
        'test_mine.py',
        'encodings.py',
    )
} | {
    'pytest.ini': '[pytest]\naddopts = --task 2\n',
    '.pytest.ini': '[pytest]\naddopts = --task 2\n',
    'pyproject.toml': '[tool.pytest.ini_options]\naddopts = "--task 2"\n',
}
