"""Phrases for people: how many and who they are."""
