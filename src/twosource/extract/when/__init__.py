"""The day of a deed."""
