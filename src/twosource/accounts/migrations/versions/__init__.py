"""The revisions of the tables of accounts."""
