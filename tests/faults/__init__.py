"""Faults that are really injected: kills, full disks, failing system calls, damaged bytes, other writers."""
