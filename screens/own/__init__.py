"""The runner's own sites, triggers, exercises and techniques."""
