"""Lines that say who wrote a story, as agencies write them."""

import pytest

from news.importers.agencies import is_agency, is_organisation
from news.importers.bylines import read_byline
from news.importers.items import Credit


@pytest.mark.parametrize(
    ("line", "language", "names", "agencies"),
    [
        ("Von Christian Hollmann, dpa", "de", ["Christian Hollmann"], ["dpa"]),
        ("Paulo Santalucia and Frances d'Emilio", "", ["Paulo Santalucia", "Frances d'Emilio"], []),
        ("By A. Khan, B. Noor & C. Lee", "en", ["A. Khan", "B. Noor", "C. Lee"], []),
        ("By A. Khan, and B. Noor", "en", ["A. Khan", "B. Noor"], []),
        ("Av Kari Nordmann og Ola Hansen", "nb-NO", ["Kari Nordmann", "Ola Hansen"], []),
        ("By | TKD Team", "en", ["TKD Team"], []),
        ("Karl Melander/TT", "sv", ["Karl Melander"], ["TT"]),
        ("Jane Doe (AFP)", "en", ["Jane Doe"], ["AFP"]),
        ("John Smith and Reuters", "en", ["John Smith"], ["Reuters"]),
        ("NTB", "nb", ["NTB"], []),
        ("TASS News Agency", "en", ["TASS News Agency"], []),
        ("Politics and Economy Desk", "en", ["Politics and Economy Desk"], []),
        ("Jane Doe and TKD Team", "en", ["Jane Doe", "TKD Team"], []),
        ("Martin King, Jr.", "en", ["Martin King, Jr."], []),
        ("تحریر: احمد خان اور زارا نور", "ur", ["احمد خان", "زارا نور"], []),
        ("By", "en", [], []),
        ("", "en", [], []),
    ],
)
def test_a_byline_names_people_and_the_agency_beside_them_is_the_source(line, language, names, agencies):
    byline = read_byline(line, language)

    assert [credit.name for credit in byline.contributors] == names
    assert byline.agencies == agencies


@pytest.mark.parametrize(
    ("line", "language"), [("Di Maria", "en"), ("Byron Smith", "en"), ("Vonda Shepard", "de")]
)
def test_a_name_that_begins_like_an_opening_word_stays_whole(line, language):
    assert [credit.name for credit in read_byline(line, language).contributors] == [line]


def test_what_somebody_does_is_their_role():
    byline = read_byline("By Amina Khan, Political Editor, and Bilal Noor, photographer", "en")

    assert byline.contributors == [
        Credit("Amina Khan", "Political Editor"),
        Credit("Bilal Noor", "photographer"),
    ]


@pytest.mark.parametrize(
    "name", ["TKD Team", "NTB", "dpa", "wire.example", "Sports Desk", "وكالة الأنباء", "نیوز ڈیسک"]
)
def test_desks_teams_and_agencies_are_organisations(name):
    assert is_organisation(name)


@pytest.mark.parametrize(
    "name", ["Leila Noor", "A. Khan", "Insidefoto", "J.R. Smith", "Deska Wireman", "LEILA NOOR"]
)
def test_people_are_not_organisations(name):
    assert not is_organisation(name)


@pytest.mark.parametrize(
    ("name", "expected"), [("Reuters", True), ("Deutsche Presse-Agentur", True), ("TKD Team", False)]
)
def test_an_agency_is_known_or_says_so(name, expected):
    assert is_agency(name) is expected
