"""The measured constants of the stage, read from ``weights.toml`` beside this module."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Constants of blocking, comparing and clustering; ``weights.toml`` says what each means and where it is from."""

    prior_reports: float
    rarity_step: float
    least_share: float
    name_weight: float
    rare_keys: int
    rare_at_most: int
    wide_keys: int
    wide_names: int
    fortnight_days: int
    leaders: int
    shard_accounts: int
    floor: float
    least_cosine: float
    threshold: float
    neighbours: int
    sampled: int
    split_at_least: int
    split_below: float
    split_terms: int
    split_most: float
    split_least: float
    intercept: float
    weights: tuple[tuple[str, float], ...]


@cache
def settings() -> Settings:
    """Return the constants of the stage."""
    table = tomllib.loads(files("twosource.link").joinpath("weights.toml").read_text(encoding="utf-8"))
    weights = tuple((name, float(value)) for name, value in table["weights"].items())
    return Settings(weights=weights, **table["blocking"], **table["comparing"], **table["clustering"])
