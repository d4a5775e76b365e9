"""Compiles a file of the submission, with our bodies in place.

Here, once for each file and task, and not in each child that runs it: that
would take most of the time that a test has. Nothing of it is run here.
"""

import ast
import base64
import marshal
import warnings
from functools import lru_cache

OURS = 1_000_000  # what is added to the line numbers of our bodies
FOLDER = "<submission>/"  # where the files are, until a child knows better


def compile_all(
    sources: dict[str, bytes], ours: dict[str, dict[str, str]]
) -> dict[str, str]:
    """Return the code of each file, marshalled, in base64.

    A file that is no program is not among them: the child meets the same
    error when it loads the source, and reports it.
    """
    found = {
        name: _compile(name, data, tuple(ours.get(name, {}).items()))
        for name, data in sources.items()
    }
    return {name: code for name, code in found.items() if code}


@lru_cache(maxsize=64)
def _compile(name: str, data: bytes, ours: tuple[tuple[str, str], ...]) -> str:
    """Return one file's code; the student's lines keep their numbers."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(data)
            for function, source in ours:
                _put_in_place(tree, function, source)
            code = compile(tree, FOLDER + name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    return base64.b64encode(marshal.dumps(code)).decode()


def _put_in_place(tree: ast.Module, name: str, source: str) -> None:
    """Replace a function of `tree`, or add it, by the one in `source`."""
    *outer, function = name.split(".")
    scope = tree
    for part in outer:
        (scope,) = (n for n in scope.body if getattr(n, "name", "") == part)
    indented = source[:1] in " \t"
    parsed = ast.parse("class _:\n" + source if indented else source)
    new = parsed.body[0].body[0] if indented else parsed.body[0]
    ast.increment_lineno(new, OURS)
    for at, node in enumerate(scope.body):
        if getattr(node, "name", "") == function:
            scope.body[at] = new
            return
    scope.body.append(new)
