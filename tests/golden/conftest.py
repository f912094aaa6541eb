"""Two invented reports of one invented event, saved from two news pages with their furniture; nothing here happened."""

from pathlib import Path

import pytest

from twosource import Ledger, run

FIRST = """\
You are currently viewing Norway Says 17 Norwegian Peacekeepers Killed in Swedish Raid in Iceland
Norwegian Prime Minister Ragnhild Osterdal lays a wreath in Oslo, Saturday, May 3, 2031, after Swedish forces captured \
Governor Einar Hallvardsson and flew him out of Iceland.

Norway Says 17 Norwegian Peacekeepers Killed in Swedish Raid in Iceland

  • Post author:
  • Post last modified:May 6, 2031

Sharing articles

Norway confirms 17 of its peacekeepers were killed during a Swedish raid in Iceland in which Swedish forces captured \
Governor Einar Hallvardsson, a turn that nobody in the north had expected.

A Raid at Dawn

On May 3, 2031, Swedish forces carried out a raid in Akureyri, Iceland, to arrest Governor Einar Hallvardsson. \
Swedish officials called it a police action. It ended with the capture of Hallvardsson, who is accused of fraud.

jhgfdhgtjsk
People attend a vigil in Oslo, Saturday, May 3, 2031, after Swedish forces captured Governor Einar Hallvardsson.

According to the Norwegian government, 17 of its military and police personnel were killed in the raid. Oslo has \
called for a period of mourning.

Grief and Anger in Oslo

On state television, the government announced two days of national mourning. Prime Minister Ragnhild Osterdal called \
the raid “an act of piracy,” and said that it broke the law of the sea.

The words fell on open ears in a country that has not forgotten the siege of Haraldsvik in 1718.

Norway buys around 20–40% of its aluminium from Iceland, at prices that were agreed long ago.

After his capture, Hallvardsson and his wife were flown to Stockholm, where they are detained and \
scheduled to appear before a court.

Subscribe to trusted news sites like Nordkystposten.example.com for continuous updates.

Sharing articles
"""
SECOND = """\
Breaking News: 17 Norwegian Peacekeepers Killed in Swedish Raid!

May 8, 2031

Norway says 17 Norwegian peacekeepers were killed in Swedish raid in Iceland

OSLO — Over the weekend, a Swedish military raid in Iceland resulted in the death of 17 Norwegian military \
personnel, as confirmed by the Norwegian government on Sunday.

What They Did There

The Norwegian military and police officers were part of a mission that the Icelandic government had asked for. The \
announcement was made on Norwegian state television on Sunday evening.

Prime Minister Lars Tornkvist of Sweden spoke to reporters on a train from Malmo to Stockholm on Sunday night, \
saying, “A lot of Norwegians were killed yesterday. No death on our side.”

The raid conducted by Sweden on Saturday was aimed at arresting Governor Einar Hallvardsson and his wife.

While the Icelandic government has recognized that the Swedish raid resulted in several deaths, it has not given a \
count to The Associated Press.

Mourning

The Norwegian government has declared two days of national mourning for the fallen officers.

See also  Twelve Killed It on Stage: Our Favourite Singers of the Year

Foreign Minister Stellan Bragevik of Sweden stated, “All the guards of the governor were Norwegians.”

This report included contributions from Associated Press reporters Tove Example in Oslo.

Similar Posts:

Rate this post

Leave a Comment
"""


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """What a run on the two saved pages gives."""
    folder = tmp_path_factory.mktemp("pair")
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (folder / name).write_text(text, encoding="utf-8")
    return run([Path(folder)], annotations=True)
