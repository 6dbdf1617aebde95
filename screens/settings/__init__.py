"""The settings as a screen, made from their schema."""
