"""The place of a deed."""
