"""Products of matrices on one thread: several worker processes would fight for the cores, and one waits for nothing.

The products of one article are too small to share: on two threads the second core span beside the first for a sixth
of a run's processor time and gained nothing.
"""

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """Keep numpy to one thread as long as this is open."""
    context: AbstractContextManager[object] = _pools().limit(limits=1, user_api="blas")
    return context


@cache
def _pools() -> ThreadpoolController:
    return ThreadpoolController()
