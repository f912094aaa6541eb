"""Bytes without a told encoding are read by their letters, short ones too."""

import pytest

from twosource.clean.decode import decoded

TEXTS = {
    "cp1252": [
        "Polizei: zwei Tote in Zürich\n\nTwo people were killed in Zürich on Monday, police in Zürich said.",
        "Mayor José Peña said two people were killed in Córdoba on Monday. “We mourn,” he said.",
        "Une explosion a tué deux personnes à Besançon, a déclaré le préfet.",
    ],
    "cp1250": ["Dwie osoby zginęły w Łodzi w poniedziałek, podała policja, która prowadzi śledztwo."],
    "cp1251": ["Два человека погибли в понедельник в городе, сообщила полиция."],
    "koi8_r": ["Два человека погибли в понедельник в городе, сообщила полиция."],
    "cp1253": ["Δύο άνθρωποι σκοτώθηκαν τη Δευτέρα στην Αθήνα, είπε η αστυνομία."],
    "cp1256": ["قتل شخصان يوم الاثنين في المدينة حسبما قالت الشرطة"],
    "cp932": ["月曜日に二人が死亡したと警察が発表した。"],
    "gb18030": ["警方星期一表示，两人在爆炸中丧生。"],
    "cp949": ["경찰은 월요일 두 명이 숨졌다고 밝혔다."],
    "utf-16": ["Two people were killed in Zürich."],
    "utf-8-sig": ["Two people were killed in Zürich."],
}
CASES = [(encoding, text) for encoding, texts in TEXTS.items() for text in texts]


@pytest.mark.parametrize(("encoding", "text"), CASES, ids=[f"{one[0]}: {one[1][:20]}" for one in CASES])
def test_a_text_without_a_told_encoding_is_read_as_it_was_written(encoding: str, text: str) -> None:
    assert decoded(text.encode(encoding), None) == text
