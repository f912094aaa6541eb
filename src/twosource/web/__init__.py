"""The ledger as web pages made on the server: a page asks the Ledger and shows its answer; it knows no rule."""
