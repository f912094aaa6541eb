"""Several processes make the pages of one server: one listens, guards and writes, the others only look and draw."""
