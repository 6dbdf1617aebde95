"""Tests of journal.exchange."""
