"""How notebooks are executed in tests: kernels that need no port.

Usually five free ports are looked for, let go, and taken by the kernel a
second later. Meanwhile a chat of another test, or another kernel, may have
got one of them; the notebook then fails, once in some hundred times. Where
the system has sockets that are files (not on Windows) kernels talk over
those.
"""

import os
import tempfile
import uuid
from pathlib import Path

import nbval.kernel
from jupyter_client.manager import AsyncKernelManager, KernelManager


def _options() -> dict[str, str]:
    """Return what a manager of one kernel has to be told."""
    if os.name == "nt":
        return {}
    name = f"kernel-{uuid.uuid4().hex[:12]}"
    return {"transport": "ipc", "ip": str(Path(tempfile.gettempdir(), name))}


class Manager(AsyncKernelManager):
    """Manages a kernel without ports; give it to a NotebookClient."""

    def __init__(self, **options: object) -> None:
        super().__init__(**_options(), **options)


class _BlockingManager(KernelManager):
    def __init__(self, **options: object) -> None:
        super().__init__(**_options(), **options)


def prepare_nbval() -> None:
    """Let the kernels that nbval starts need no port, either."""
    nbval.kernel.KernelManager = _BlockingManager
