"""The package's logger: silent unless the program that uses it asks for more."""

import logging

logger = logging.getLogger("twosource")
logger.addHandler(logging.NullHandler())
