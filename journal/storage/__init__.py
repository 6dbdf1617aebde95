"""Where entries are kept: one SQLite file. What leaves this room is a frozen dataclass.

`store.Store` is the way in. Importing this package alone imports nothing.
"""
