"""Trains the network that marks who said what."""
