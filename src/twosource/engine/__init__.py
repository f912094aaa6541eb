"""How stages are run: serial or on a pool of processes; two verbs, map and map_groups, and ``spread`` for the end."""

from twosource.engine.choose import ENGINES, engine_for
from twosource.engine.engine import Engine, Warm
from twosource.engine.pool import PoolEngine
from twosource.engine.serial import SerialEngine
from twosource.engine.spread import spread

__all__ = ["ENGINES", "Engine", "PoolEngine", "SerialEngine", "Warm", "engine_for", "spread"]
