"""Event types and codebook rules as data."""
