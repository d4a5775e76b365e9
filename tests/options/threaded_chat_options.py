"""Lets `pytest --submission PATH` work for a PATH outside of the kit.

pytest looks for its configuration, and for the conftest.py that declares
options, beside each path of the command line. An option that it does not
know yet looks to it like a flag and a path: so it would look in PATH, and
find neither. Then we begin again, which takes some seconds more (plugins
that our configuration leaves out were loaded). `--submission=PATH` cannot be
misread.
"""

import pytest

TAKE_A_PATH = ("--submission", "--json")


def joined(args: list[str]) -> list[str]:
    """Return `args` with each such option and its value in one word."""
    words: list[str] = []
    for word in args:
        if words and words[-1] in TAKE_A_PATH:
            words[-1] += f"={word}"
        else:
            words.append(word)
    return words


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config):
    """Begin again if the command line can be misread."""
    args = list(early_config.invocation_params.args)
    if joined(args) != args:
        raise SystemExit(pytest.main(joined(args)))
    return (yield)
