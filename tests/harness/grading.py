"""The mark of a graded test: its task, its rules, its points."""

import pytest


def graded(task: int, *rules: str, points: int) -> pytest.MarkDecorator:
    """Mark a test. Its docstring is the sentence that the student reads."""
    return pytest.mark.graded(task=task, rules=rules, points=points)
