"""The steps from each released schema to the next. A step, once released, never changes."""
