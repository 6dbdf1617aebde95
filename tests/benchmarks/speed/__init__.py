"""How quick the journal is, each figure beside its floor in the same run: `python -m tests.benchmarks.speed`."""
