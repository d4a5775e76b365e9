"""Reports well-formed results until the grader's memory is full."""

FILE = "framing.py"
TASK = 2
SAYS = "gave back more than 16 MB"
HEAD = r'''
import gc

own = next(o for o in gc.get_objects() if type(o).__name__ == "Grader")
value = {"type": "bytes", "data": "00" * 50_000}
for _ in range(1000):
    own.report(kind="result", value=value)
'''
