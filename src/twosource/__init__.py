"""Twosource: one sourced ledger of events from many news reports."""
