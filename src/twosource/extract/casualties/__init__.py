"""Casualties told in any construction: who was killed, hurt, taken, and by whom."""
