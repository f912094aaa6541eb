"""Longitudes and latitudes of rows in, numbers of the places they name out: the same place, the same number."""

import numpy as np
from numpy.typing import NDArray

Degrees = NDArray[np.float64]
Codes = NDArray[np.int32]
NOWHERE = -1
EXACT = 1e6  # parts of a degree that are told apart: some 10 cm


class Points:
    """All places that were met so far, in the order they were met in."""

    def __init__(self) -> None:
        self._codes: dict[int, int] = {}
        self.x: Degrees = np.zeros(0)
        self.y: Degrees = np.zeros(0)
        self.keys: NDArray[np.int64] = np.zeros(0, np.int64)

    def codes(self, longitude: Degrees, latitude: Degrees) -> Codes:
        """Return the number of each row's place, ``NOWHERE`` where it has none."""
        told = np.full(len(longitude), NOWHERE, np.int32)
        placed = np.flatnonzero(~(np.isnan(longitude) | np.isnan(latitude)))
        x, y = longitude[placed] + 0.0, latitude[placed] + 0.0
        keys = (np.round(x * EXACT).astype(np.int64) << 32) + np.round(y * EXACT).astype(np.int64)
        found, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        told[placed] = self._numbered(found, x[first], y[first])[inverse]
        return told

    def _numbered(self, keys: NDArray[np.int64], x: Degrees, y: Degrees) -> Codes:
        new = np.array([at for at, key in enumerate(keys.tolist()) if key not in self._codes], np.intp)
        if len(new):
            self._codes.update(
                zip(keys[new].tolist(), range(len(self._codes), len(self._codes) + len(new)), strict=True)
            )
            self.x, self.y = np.concatenate((self.x, x[new])), np.concatenate((self.y, y[new]))
            self.keys = np.concatenate((self.keys, keys[new]))
        return np.array([self._codes[key] for key in keys.tolist()], np.int32)
