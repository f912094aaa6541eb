"""The documentation and what makes its generated parts; see ``docs/build.py``."""
