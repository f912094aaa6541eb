"""Lists of the dead, hurt and taken."""
