"""Which small changes of the solution no test notices.

    python tests/bench/mutants.py [--task N] [--jobs J] [--seed N]

Changes one place in the body of one blank at a time (a statement less, a
lock less, `<` for `<=`, one more, …), grades the task, and prints each
change that keeps all points. tests/zoo/survivors.md says why each of them
is right, or cannot be told from what is.
"""

import argparse
import ast
import copy
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from gradings import ROOT, grade

from harness.tasks import FILES, TASKS, Task

OTHER = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}
NAMES = {"sendall": "send", "append": "remove", "put": "put_nowait"}


@dataclass
class Mutant:
    """A file of the solution with one change."""

    task: Task
    change: str
    source: str

    def lay_out(self, folder: Path) -> None:
        """Write the solution with this change into `folder`."""
        for name in FILES:
            data = (ROOT / "solution" / name).read_bytes()
            folder.joinpath(name).write_bytes(data)
        folder.joinpath(self.task.file).write_text(self.source, "utf-8")


def variants(node: ast.AST) -> Iterator[tuple[str, object]]:
    """Yield what may stand in the place of one node, and what that is."""
    if isinstance(node, ast.stmt):
        yield from _statements(node)
    if isinstance(node, ast.Compare | ast.BoolOp | ast.BinOp | ast.AugAssign):
        yield from _operators(node)
    if isinstance(node, ast.Constant):
        yield from _constants(node)
    if isinstance(node, ast.Call):
        yield from _calls(node)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "no `not`", node.operand
    if isinstance(node, ast.Slice):
        for bound in ("lower", "upper"):
            if getattr(node, bound):
                yield f"no {bound} bound", _with(node, **{bound: None})


def _statements(node: ast.stmt) -> Iterator[tuple[str, object]]:
    if not isinstance(node, ast.Pass):
        yield "gone", ast.Pass()
    if isinstance(node, ast.With | ast.Try):
        yield "only its body", node.body
    if isinstance(node, ast.Try):
        for n in range(len(node.handlers)):
            rest = node.handlers[:n] + node.handlers[n + 1 :]
            if rest or node.finalbody:
                yield f"no handler {n + 1}", _with(node, handlers=rest)
        if node.finalbody:
            yield "only its finally", [*node.body, *node.finalbody]
    if isinstance(node, ast.If | ast.While):
        for value in (True, False):
            yield f"if {value}", _with(node, test=ast.Constant(value))
    if isinstance(node, ast.If) and node.orelse:
        yield "no else", _with(node, orelse=[])
    if isinstance(node, ast.Break):
        yield "continue", ast.Continue()
    if isinstance(node, ast.Return) and node.value:
        yield "return None", ast.Return(ast.Constant(None))
    if isinstance(node, ast.AugAssign):
        yield "= for +=", ast.Assign([node.target], node.value)


def _operators(node: ast.AST) -> Iterator[tuple[str, object]]:
    if isinstance(node, ast.Compare):
        for n, op in enumerate(node.ops):
            if type(op) in OTHER:
                ops = [*node.ops]
                ops[n] = OTHER[type(op)]()
                yield type(ops[n]).__name__, _with(node, ops=ops)
    elif type(node.op) in OTHER:
        op = OTHER[type(node.op)]()
        yield type(op).__name__, _with(node, op=op)


def _constants(node: ast.Constant) -> Iterator[tuple[str, object]]:
    value = node.value
    if value is True or value is False:
        yield str(not value), ast.Constant(not value)
    elif isinstance(value, int | float):
        for other in (value + 1, value - 1, value // 2):
            if other != value:
                yield str(other), ast.Constant(other)
    elif isinstance(value, str | bytes) and value:
        yield "empty", ast.Constant(type(value)())


def _calls(node: ast.Call) -> Iterator[tuple[str, object]]:
    if node.args and len(node.args) > 1:
        yield "its last argument less", _with(node, args=node.args[:-1])
    for n in range(len(node.keywords)):
        rest = node.keywords[:n] + node.keywords[n + 1 :]
        yield f"no {node.keywords[n].arg}", _with(node, keywords=rest)
    if isinstance(node.func, ast.Attribute) and node.func.attr in NAMES:
        name = NAMES[node.func.attr]
        yield name, _with(node, func=_with(node.func, attr=name))


def _with(node: ast.AST, **fields: object) -> ast.AST:
    """Return a shallow copy of a node with other fields."""
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def places(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None]]:
    """Yield (parent, field, index) of each node below `node`."""
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            yield node, name, None
            yield from places(value)
        elif isinstance(value, list):
            for n, item in enumerate(value):
                if isinstance(item, ast.AST):
                    yield node, name, n
                    yield from places(item)


def mutants(task: Task) -> Iterator[Mutant]:
    """Yield the solution with one change in a blank of a task, each."""
    tree = ast.parse((ROOT / "solution" / task.file).read_text("utf-8"))
    for name in task.blanks:
        function = _find(tree, name)
        body = function.body
        for part in body[isinstance(body[0], ast.Expr) :]:
            holder = ast.Module([part], [])
            for parent, field, n in [*places(holder)]:
                yield from _at(task, tree, function, part, parent, field, n)


def _at(
    task: Task,
    tree: ast.Module,
    function: ast.FunctionDef,
    part: ast.stmt,
    parent: ast.AST,
    field: str,
    n: int | None,
) -> Iterator[Mutant]:
    """Yield the mutants of one place, while the tree holds each."""
    at = function.body.index(part)
    if isinstance(parent, ast.Module):
        parent, field, n = function, "body", at
    place = getattr(parent, field)
    node = place if n is None else place[n]
    for what, new in variants(node):
        if isinstance(new, ast.AST) and ast.dump(new) == ast.dump(node):
            continue
        news = new if isinstance(new, list) else [new]
        if n is None:
            setattr(parent, field, new)
        else:
            place[n : n + 1] = news
        source = ast.unparse(ast.fix_missing_locations(tree))
        if n is None:
            setattr(parent, field, node)
        else:
            place[n : n + len(news)] = [node]
        old = ast.unparse(node).split("\n")[0]
        yield Mutant(task, f"line {node.lineno}: `{old}`: {what}", source)


def _find(tree: ast.Module, name: str) -> ast.FunctionDef:
    scope = tree
    for part in name.split("."):
        (scope,) = (n for n in scope.body if getattr(n, "name", "") == part)
    return scope


def main() -> None:
    """Grade all mutants; print those that keep all points."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--task", type=int, action="append")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chosen = [TASKS[n] for n in args.task or TASKS if TASKS[n].file]

    def graded(mutant: Mutant) -> tuple[Mutant, list[str]]:
        options = "--task", str(mutant.task.number), "--seed", str(args.seed)
        return mutant, grade(mutant.lay_out, *options)[0]

    every = [mutant for task in chosen for mutant in mutants(task)]
    alive = 0
    with ThreadPoolExecutor(args.jobs) as pool:
        for mutant, failed in pool.map(graded, every):
            if not failed:
                alive += 1
                print(f"{mutant.task.number}, {mutant.change}", flush=True)
    print(f"{alive} of {len(every)} changes keep all points")


if __name__ == "__main__":
    main()
