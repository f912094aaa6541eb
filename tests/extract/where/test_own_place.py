"""Where a deed was by the words that it stands with, in a report that plays elsewhere."""

from collections.abc import Callable
from typing import Any

import pytest

ELSEWHERE = "A bomb killed a man in Akron on Monday. It was a warm day.\n\n"
CASES = [
    ("Two guards were killed in the Dayton attack, police said.", "Dayton"),
    ("The Dayton bombing left two guards dead.", "Dayton"),
    ("Two guards were killed in a clash that took place in Dayton.", "Dayton"),
    ("Two guards were killed in an ambush, which happened near Dayton.", "Dayton"),
    ("In the raid, which took place in Dayton at dawn, two guards were killed.", "Dayton"),
    ("The gang entered Dayton, where it killed two guards.", "Dayton"),
    ("Gunmen drove to the city of Dayton, where they robbed a bank and killed two guards.", "Dayton"),
    ("Police have found the bomb in Dayton, where two guards were killed.", "Dayton"),
    ("Two guards were killed in clashes between gunmen and soldiers in Dayton.", "Dayton"),
    ("Two guards were killed in fighting in Orukta and Dayton.", "Dayton"),
    ("A judge in Dayton charged a gang with the murder of two guards.", "Akron"),
    ("A committee that met in Dayton condemned the murder of two guards.", "Akron"),
    ("The bodies of two guards were buried in Dayton.", "Akron"),
    ("Two guards were killed in an attack that a spokesman condemned in Dayton.", "Akron"),
    ("Two guards were killed after they had left Dayton, where they were born.", "Akron"),
    ("A helicopter flew the wounded to Dayton, where two guards died.", "Akron"),
    ("The bodies of two guards were taken to Dayton.", "Akron"),
]


@pytest.mark.parametrize(("sentence", "name"), CASES, ids=[sentence[:50] for sentence, _ in CASES])
def test_a_deed_is_where_its_words_put_it_and_not_where_it_is_answered(
    read: Callable[..., Any], sentence: str, name: str
) -> None:
    found = read(ELSEWHERE + sentence)[2]
    assert {c.place.name for c in found if c.measure == "killed" and c.group.text.endswith("guards") and c.place} == {
        name
    }
