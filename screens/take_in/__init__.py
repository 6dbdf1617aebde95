"""Taking in files: of other apps, of this journal, comments."""
