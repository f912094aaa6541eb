"""Small readings: encodings, days, datelines, bylines, struck keys, languages."""

import pytest

from twosource.clean.credit import byline_name, contribution_credits, named_credits, sign_off_credits
from twosource.clean.dateline import dateline
from twosource.clean.dates import days_told, iso_date
from twosource.clean.decode import decoded
from twosource.clean.junk import is_junk
from twosource.clean.language import language
from twosource.clean.line import lines
from twosource.errors import UnreadableError
from twosource.values.address import site

TEXT = "Präsident Müller sagte, in Łódź seien fünf Menschen getötet worden. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "iso8859-2", "cp1250"])
def test_bytes_are_read_by_their_mark_or_the_encoding_told(encoding: str) -> None:
    assert decoded((TEXT * 5).encode(encoding), encoding if encoding.startswith(("iso", "cp")) else None) == TEXT * 5


def test_a_declared_encoding_is_read_and_utf_8_outranks_it() -> None:
    declared = '<meta charset="windows-1250">' + TEXT
    assert decoded(declared.encode("cp1250"), None) == declared
    assert decoded(declared.encode(), None) == declared


def test_an_encoding_nobody_names_is_guessed() -> None:
    text = "Президент заявил в понедельник, что в городе погибли пять человек. " * 5
    assert decoded(text.encode("cp1251"), None) == text


def test_one_broken_byte_spoils_one_character() -> None:
    assert decoded(TEXT.encode() * 20 + b"\xff", None) == TEXT * 20 + "\ufffd"


def test_what_is_lost_in_any_encoding_is_refused() -> None:
    with pytest.raises(UnreadableError, match="unreadable encoding"):
        decoded(b"\x00\xff" * 200, "utf-8")


@pytest.mark.parametrize(
    ("wording", "day"),
    [
        ("2031-05-06", "2031-05-06"),
        ("2031-05-06T10:00:00+0200", "2031-05-06T10:00:00+02:00"),
        ("2031-05-06 10:00Z", "2031-05-06T10:00:00+00:00"),
        ("20310506T101500Z", "2031-05-06"),
        ("May 6, 2031", "2031-05-06"),
        ("Tue, 06 May 2031 10:00:00 GMT", "2031-05-06"),
        ("6. Mai 2031", "2031-05-06"),
        ("6 de mayo de 2031", "2031-05-06"),
        ("06.05.2031", "2031-05-06"),
        ("4.\u20092.\u20092031", "2031-02-04"),
        ("13/05/2031", "2031-05-13"),
        ("05/13/2031", "2031-05-13"),
        ("05/06/2031", None),
        ("2031-02-30", None),
        ("February 30, 2031", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_days_are_read_where_they_are_sure(wording: str | None, day: str | None) -> None:
    assert iso_date(wording) == day


@pytest.mark.parametrize(
    ("line", "published", "modified", "beside"),
    [
        ("Sunday, July 15, 2031", "2031-07-15", None, ""),
        ("Published Sunday, Aug 4 2031, 19: 30 BST", "2031-08-04", None, ""),
        ("Updated: July 15, 2031 — 7:15 AM EDT", None, "2031-07-15", ""),
        ("July 15, 2031 (updated)", None, "2031-07-15", ""),
        ("Jul 16, 2031 | 3:50 AM", "2031-07-16", None, ""),
        ("Jul 16, 2031 - 2 min read", "2031-07-16", None, ""),
        ("15 July 2031, updated 16 July 2031", "2031-07-15", "2031-07-16", ""),
        ("Updated 16 July 2031; published 15 July 2031", "2031-07-15", "2031-07-16", ""),
        ("Sun 15 Jul 2031 10.15 BST Last modified on Mon 16 Jul 2031 11.00 BST", "2031-07-15", "2031-07-16", ""),
        ("By Ann Example | July 15, 2031", "2031-07-15", None, "Ann Example"),
        ("On July 15, 2031 the bridge fell", "2031-07-15", None, "the bridge fell"),
    ],
)
def test_a_line_tells_days_of_publication_and_of_change_and_what_else_it_says(
    line: str, published: str | None, modified: str | None, beside: str
) -> None:
    told = days_told(line)
    assert told is not None
    assert (told.published, told.modified, told.beside) == (published, modified, beside)


@pytest.mark.parametrize("line", ["Two killed", "12 killed", "", "Ann Example " * 11 + "July 15, 2031"])
def test_a_line_without_a_day_or_a_long_one_tells_none(line: str) -> None:
    assert days_told(line) is None


@pytest.mark.parametrize(
    ("paragraph", "place", "mark"),
    [
        ("NORVIK — Four people died.", "NORVIK", None),
        ("WASHINGTON (AP) — Four people died.", "WASHINGTON", "AP"),
        ("GAZA CITY, Gaza Strip (AP) - Four people died.", "GAZA CITY, Gaza Strip", "AP"),
        ("BEIRUT, Jan. 5 (Xinhua) -- Four people died.", "BEIRUT", "Xinhua"),
        ("MOSCOW, January 5. /TASS/. Four people died.", "MOSCOW", "TASS"),
        ("(Reuters) - Four people died.", None, "Reuters"),
        ("Gaza City, Gaza Strip (CNN) — Four people died.", "Gaza City, Gaza Strip", "CNN"),
        ("TURNBERRY/GLASGOW, Scotland — Four people died.", "TURNBERRY/GLASGOW, Scotland", None),
        ("QUETTA: Four people died.", "QUETTA", None),
    ],
)
def test_datelines_are_read_in_every_form_the_agencies_print(
    paragraph: str, place: str | None, mark: str | None
) -> None:
    found = dateline(paragraph)
    assert found is not None
    assert (found.place, found.mark) == (place, mark)


@pytest.mark.parametrize(
    ("paragraph", "day"),
    [
        ("NORVIK, May 6, 2031 (AP) — Four people died.", "2031-05-06"),
        ("NORVIK, 6 May 2031 — Four people died.", "2031-05-06"),
        ("NORVIK, May 6 (AP) — Four people died.", None),
    ],
)
def test_the_day_of_a_dateline_is_read_where_its_year_is_told(paragraph: str, day: str | None) -> None:
    found = dateline(paragraph)
    assert found is not None
    assert (found.place, found.day) == ("NORVIK", day)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The army — which denied it — said nothing.",
        "UPDATE: Four people died.",
        "BREAKING — Four people died.",
        "NATO (which has no troops there) said nothing.",
        "MR JUSTICE (AS THE PAPER CALLS ITSELF) SAID THAT FOUR PEOPLE WERE KILLED IN THE CAPITAL ON SUNDAY NIGHT.",
        "Four people died.",
    ],
)
def test_what_is_no_dateline_is_none(paragraph: str) -> None:
    assert dateline(paragraph) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ann Example", "Ann Example"),
        ("By ANN EXAMPLE and BO SAMPLE, Associated Press", "ANN EXAMPLE and BO SAMPLE, Associated Press"),
        ("Ann Example, Associated Press", "Ann Example, Associated Press"),
        ("Associated Press", "Associated Press"),
        ("The Associated Press | Monday, July 16, 2031", "The Associated Press"),
        ("By Ann Example July 16 at 10:28 AM", "Ann Example"),
        ("By Ann Example, 16 July 2031", "Ann Example"),
        ("By Ann Example - July 16, 2031", "Ann Example"),
        ("By Ann Example Published July 16, 2031", "Ann Example"),
        ("By then, nine people had been killed.", None),
        ("Ann Example | AFP | Getty Images", None),
        ("Photo by Ann Example, AP", None),
        ("Nine people were killed", None),
    ],
)
def test_bylines_are_read_and_nothing_else(line: str, name: str | None) -> None:
    assert byline_name(line) == name


def test_a_credit_names_its_agency_by_name_or_mark() -> None:
    assert [credit.agency for credit in named_credits("By Ann Example, dpa", "byline")] == ["dpa"]
    assert [credit.agency for credit in named_credits("Reuters Staff", "byline")] == ["reuters"]
    assert named_credits("Ann Example", "byline") == ()


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("The Associated Press contributed to this report.", ["ap"]),
        ("With inputs from PTI", ["pti"]),
        ("(With ANI inputs)", ["ani"]),
        ("Additional reporting by Ann Example in Norvik; Editing by Bo Sample", [None]),
        ("Source: Xinhua", ["xinhua"]),
        ("The general told The Associated Press that nine people died.", []),
        ("Investigators contributed three files.", []),
    ],
)
def test_closing_lines_credit_whom_they_name(line: str, agencies: list[str | None]) -> None:
    assert [credit.agency for credit in contribution_credits(line)] == agencies


def test_an_agency_signs_off_behind_the_last_full_stop() -> None:
    assert [credit.agency for credit in sign_off_credits("Four people died. (AFP)")] == ["afp"]
    assert [credit.agency for credit in sign_off_credits("Four people died. -- Reuters")] == ["reuters"]
    assert sign_off_credits("He works for the news agency (AFP)") == ()


@pytest.mark.parametrize("line", ["gfdsjhkjh", "dfgdfg", "hjkhjk", "xcvbnm sdfgh"])
def test_struck_keys_are_no_language(line: str) -> None:
    assert is_junk(line)


@pytest.mark.parametrize(
    "line", ["hrvatska", "strength", "rhythm", "brno", "Szczecin", "NTSB", "two dead", "a", "", "5 dead"]
)
def test_words_and_names_are_language(line: str) -> None:
    assert not is_junk(line)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The police said that four people were killed in the city on Sunday.", "en"),
        ("Die Polizei teilte mit, dass am Sonntag in der Stadt vier Menschen getötet wurden.", "de"),
        ("La policía dijo que cuatro personas murieron en la ciudad el domingo.", "es"),
        ("La police a dit que quatre personnes ont été tuées dans la ville dimanche.", "fr"),
        ("Полиция сообщила, что в городе были убиты четыре человека, это второй случай за сутки.", "ru"),
        ("Поліція повідомила, що у місті загинули чотири людини.", "uk"),
        ("警察は日曜日に市内で四人が死亡したと発表した。 これは 二度目 です", "ja"),
        ("경찰은 일요일에 시내에서 네 명이 숨졌다고 밝혔다", "ko"),
        ("قالت الشرطة إن أربعة أشخاص قتلوا في المدينة", "ar"),
        ("Norvik Post", None),
        ("", None),
    ],
)
def test_a_language_is_told_by_letters_and_function_words(text: str, code: str | None) -> None:
    assert language(text) == code


def test_lines_know_their_places() -> None:
    text = "  one \r\n\r\n\ttwo\u2028three"
    assert [(line.text, text[line.start : line.end]) for line in lines(text)] == [
        (w, w) for w in ("one", "two", "three")
    ]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.norvikpost.example/a", "norvikpost.example"),
        ("norvikpost", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_the_site_of_an_address(url: str | None, host: str | None) -> None:
    assert site(url) == host
