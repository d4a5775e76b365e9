"""Puts the grader (harness/) to work for the graded tests."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from harness import plugin
from harness.plugin import (  # noqa: F401
    busy_chat,
    chat,
    client,
    framing,
    functions,
    impatient,
    narrow,
    narrow_chat,
    new_client,
    peer,
    poor_chat,
    run,
    words,
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare --submission, --task, --seed, --attach and --json."""
    plugin.add_options(parser)


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Grade, unless the tests of the kit itself are asked for."""
    if len(config.args) > 1 and config.args[0] == "tests":
        del config.args[0]  # it came from .pytest.ini
    plugin.install(config)
    if config.pluginmanager.hasplugin("nbval"):
        from harness.kernels import prepare_nbval  # it takes a second to load

        prepare_nbval()
