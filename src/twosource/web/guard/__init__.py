"""What stands before every page and answer: who may ask, from where, how much, and what a browser may do with it."""
