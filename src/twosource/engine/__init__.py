"""How stages are run: serial or on a pool of processes; one verb, map; ``spread`` and ``spread_groups`` for the end."""

from twosource.engine.choose import ENGINES, engine_for
from twosource.engine.engine import Engine, Warm
from twosource.engine.pool import PoolEngine
from twosource.engine.serial import SerialEngine
from twosource.engine.spread import spread, spread_groups

__all__ = ["ENGINES", "Engine", "PoolEngine", "SerialEngine", "Warm", "engine_for", "spread", "spread_groups"]
