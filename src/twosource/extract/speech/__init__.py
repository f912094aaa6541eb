"""Who says what, how firmly, and in which frame."""
