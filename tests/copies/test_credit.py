"""A page's credits, read from its HTML as received, give the agency that its copy group rests on."""

import pytest

from twosource.clean import clean
from twosource.config import Limits
from twosource.copies import CopyGroup, copy_groups
from twosource.model import Report

PROSE = (
    "Nine people died when a mine collapsed on the hill above the river town of Norvik early on Tuesday, and rescue "
    "crews were still searching the second shaft for the men of the night shift at noon, the mayor said."
)
MORE = "The company that owns the mine has stopped all work in the valley until engineers have looked at every shaft."
NEWS = '<script type="application/ld+json">{{"@type":"NewsArticle",{}}}</script>'


def groups(head: str = "", before: str = "", opening: str = "", after: str = "") -> tuple[CopyGroup, ...]:
    page = (
        f"<html lang='en'><head><title>Nine die</title>{head}</head><body><article>{before}<p>{opening}{PROSE}</p>"
        f"<p>{MORE}</p>{after}</article></body></html>"
    )
    url = "https://norvikpost.example/nine"
    report = Report(id="r-1", sha256="0", content=page.encode(), form="html", url=url)
    return copy_groups([clean(report, Limits())], ())


SIGNS = {
    "byline": {"before": '<p class="byline">By Associated Press</p>'},
    "dateline": {"opening": "NORVIK (AP) - "},
    "contribution": {"after": "<p>The Associated Press contributed to this report.</p>"},
    "copyright": {"after": "<p>Copyright 2031 The Associated Press. All rights reserved.</p>"},
    "canonical": {"head": '<link rel="canonical" href="https://apnews.com/article/nine">'},
    "author": {"head": NEWS.format('"author":{"@type":"Organization","name":"Associated Press"}')},
    "publisher": {"head": NEWS.format('"publisher":{"name":"The Associated Press"}')},
    "source": {"head": NEWS.format('"sourceOrganization":[{"name":"Associated Press"}]')},
    "credit text": {"head": NEWS.format('"creditText":"Ann Example / Associated Press"')},
    "holder of rights": {"head": NEWS.format('"copyrightHolder":"Associated Press"')},
    "based on an address": {"head": NEWS.format('"isBasedOn":"https://apnews.com/article/nine"')},
    "based on works": {"head": NEWS.format('"isBasedOn":[{"@type":"NewsArticle","url":"https://apnews.com/nine"}]')},
    "based on its work": {"head": NEWS.format('"isBasedOn":{"publisher":{"name":"Associated Press"}}')},
}


@pytest.mark.parametrize("sign", sorted(SIGNS))
def test_each_sign_of_an_agency_gives_its_origin(sign: str) -> None:
    assert [(group.agency, group.origin) for group in groups(**SIGNS[sign])] == [("ap", None)]


def test_an_agency_that_prints_another_rests_on_the_other() -> None:
    told = '"publisher":{"name":"Bloomberg"},"sourceOrganization":{"name":"Reuters"}'
    assert [group.agency for group in groups(NEWS.format(told))] == ["reuters"]


@pytest.mark.parametrize(
    "head",
    [
        "",
        NEWS.format('"publisher":{"name":"PA Times"}'),
        NEWS.format('"publisher":{"name":"Norvik Post"},"isBasedOn":[7,null]'),
        '<link rel="canonical" href="https://norvikpost.example/nine">',
    ],
)
def test_a_page_of_its_own_house_credits_no_agency(head: str) -> None:
    assert groups(head) == ()
