"""The content: reviewed text files that `journal.catalogue` reads."""
