"""Faults, really injected: `python -m tests.faults` is the long run, `test_short.py` its short form.

A section is a module with `run(build, scratch, **counts)`, which gives findings, and the counts of the `LONG` and the
`SHORT` form. A build is the program as it is, or one that was broken on purpose (`broken.py`): each section is shown
to fail on one, so that a figure of 0 means something.
"""
