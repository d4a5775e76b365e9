"""The likely cause of a failure, in one sentence.

A wrong cause is worse than none: each rule fires on facts that hardly allow
another reading, and where none fires nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harness.story import Scene


def likely_cause(scene: Scene) -> str:
    """Return the cause of a failure, "" if it is not plain."""
    return scene.complaint.cause or _unfinished(scene)


def _unfinished(scene: Scene) -> str:
    for error in scene.exceptions:
        if error["type"] == "NotImplementedError":
            return "A blank still raises NotImplementedError."
    return ""
