"""The weights of confidence: what is fitted says what was seen, and the same claims give the same file."""

import tomllib

import numpy as np
import pytest
from training.confidence import NEVER_JUDGED, Example, weights, written


def examples() -> list[Example]:
    good, bad = frozenset({"pattern passive", "named"}), frozenset({"pattern passive"})
    return [
        *(Example("gva", good, n % 10 != 0) for n in range(100)),
        *(Example("muc4", bad, n % 10 < 4) for n in range(100)),
        *(Example("muc4", frozenset({"pattern odd"}), right=True) for _ in range(3)),
    ]


def test_a_sign_of_right_claims_gets_a_weight_above_0() -> None:
    fitted = tomllib.loads(written(examples()))
    assert fitted["weights"]["named"] > 1


def test_a_pattern_seen_too_seldom_shares_the_weight_of_the_rare_ones() -> None:
    fitted = tomllib.loads(written(examples()))
    assert fitted["model"]["rare"] == sorted(["odd", *NEVER_JUDGED])
    assert "pattern odd" not in fitted["weights"]
    assert "pattern other" in fitted["weights"]


def test_the_order_of_the_claims_changes_no_byte() -> None:
    assert written(examples()) == written(examples()[::-1])


def test_without_signs_the_intercept_tells_the_share_right() -> None:
    right = np.array([1.0] * 80 + [0.0] * 20)
    fitted = weights(np.ones((100, 1)), right, np.ones(100))
    assert 1 / (1 + np.exp(-fitted[0])) == pytest.approx(0.8)
