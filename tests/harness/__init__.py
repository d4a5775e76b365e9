"""The grader: runs a submission, talks to it, explains, keeps the score.

Read it in this order: tasks (what is graded), submission (whose code runs:
yours or ours), program and child (running it), people (talking to it),
complaint, causes and story (what the student reads), scoreboard, plugin.
"""
