"""Place names in text, told apart and put on the map; the gazetteer behind them."""

from twosource.annotate.place.gazetteer import load_gazetteer
from twosource.annotate.place.locate import find_places, locate
from twosource.annotate.place.mentions import place_mentions

__all__ = ["find_places", "load_gazetteer", "locate", "place_mentions"]
