"""Tells agencies, desks and teams from people by their names."""

import re

KNOWN = """
    AAP, AFP, Agence France-Presse, Anadolu, ANP, ANSA, AP, APA, Associated Press, Belga, Bloomberg, DHA, dpa,
    EFE, Interfax, IRNA, ISNA, ITAR-TASS, Keystone-SDA, Kyodo, Kyodo News, Lusa, NTB, PA, PA Media, Pajhwok,
    Press Association, Press Trust of India, PTI, Reuters, RIA Novosti, Ritzau, SDA, SID, Sipa, SIPA USA, STT,
    TASS, The Associated Press, Thomson Reuters, TT, United Press International, UPI, WAM, Xinhua, Yonhap
"""
LAST_WORDS = """
    bureau correspondents desk editors group media monitoring network news newspaper newsroom office press
    radio redaktion redaktionen redaksjonen reporters service staff team television times tv unit
    ٹیم ڈیسک نیوز تحریریه
"""
AGENCIES = frozenset(name.strip() for name in KNOWN.casefold().split(","))
AGENCY_WORDS = frozenset(
    {"agency", "agencies", "agentur", "nyhetsbyrå", "nyhetsbyrån", "newswire", "wire", "wires"}
)
AGENCY_OPENINGS = frozenset({"agence", "agencia", "agenzia", "وكالة", "خبرگزاری"})
ORGANISATION_WORDS = AGENCY_WORDS | frozenset(LAST_WORDS.split())
ORGANISATION_OPENINGS = AGENCY_OPENINGS | {"redaktion", "فريق"}
INITIALS = re.compile(r"[A-Z]{2,6}")
HOST_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)


def is_agency(name: str) -> bool:
    """Return whether a name is that of a news agency: one that is known, or one that says so."""
    words = _words(name)
    return name.casefold() in AGENCIES or words[-1] in AGENCY_WORDS or words[0] in AGENCY_OPENINGS


def is_organisation(name: str) -> bool:
    """Return whether a name is that of an agency, desk or team rather than a person's."""
    words = _words(name)
    return (
        is_agency(name)
        or words[-1] in ORGANISATION_WORDS
        or words[0] in ORGANISATION_OPENINGS
        or INITIALS.fullmatch(name) is not None
        or HOST_NAME.fullmatch(name) is not None
    )


def _words(name: str) -> list[str]:
    return re.split(r"[\s-]+", name.casefold())
