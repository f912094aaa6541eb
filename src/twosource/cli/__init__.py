"""The command line: one file per command; each calls the Ledger and shows the answer."""
