"""Words beside TK, XX and XXX that tell an omission from a number, a code or a kiss.

Lists of regular expressions between commas; a space in them stands for itself.
"""


def either(words: str) -> str:
    """Return an expression for one of these words, for use in verbose patterns."""
    entries = (entry.strip() for entry in words.replace("\n", ",").replace("،", ",").split(","))
    return "(?:" + "|".join(entry.replace(" ", r"\ ") for entry in entries if entry) + ")"


MONTH = either(
    """
    jan(?:uary|uar)?, feb(?:ruary|ruar)?, mar(?:ch)?, märz, apr(?:il)?, may, mai, june?, juni,
    july?, juli, aug(?:ust)?, sept?(?:ember)?, o[ck]t(?:ober)?, nov(?:ember)?, de[cz](?:ember)?
    """
)
COUNTED = either(
    f"""
    per\\s?cent, percent, prozent, people, persons?, menschen, personen, million(?:en|s)?, billion,
    mrd, mio, thousand, tausend, hundred, years?, jahren?, months?, monaten?, weeks?, wochen?,
    days?, tagen?, hours?, stunden?, minutes?, minuten, uhr, km, kilomet\\w+, miles, metres,
    meters?, tonnes, tons, tonnen, dead, wounded, injured, killed, arrested, tote, verletzte,
    votes, stimmen, points, punkte, euros?, dollars?, pounds, pfund, members, mitglieder, jobs,
    cases, homes, seats, sitze, students, children, kinder, einwohner, officers, soldiers,
    soldaten, a\\.?m\\.?, p\\.?m\\.?, فیصد, افراد, لوگ, شخص, شخصا, في المئة, بالمئة, مليون, ملین,
    لاکھ, {MONTH}
    """
)
NUMBERED_BEFORE = either(
    """
    super bowl, wrestlemania, article, chapter, title, part, section, volume, vol\\.?, book, act,
    psalm, canto, legio, legion, dynasty, protocol, annex, appendix, schedule, class, phase, type,
    plate, sonnet, epistle, amendment, olympiad, ramesses, ramses, kapitel, artikel, band, buch,
    teil, abschnitt, paragraf, anhang, klasse, brief,
    (?:prince|prinz|fürst|king|könig) (?:henry|heinrich), أولمبياد, المادة, الفصل, الباب,
    الأولمبية, آرٹیکل, باب, اولمپک
    """
)
NUMBERED_AFTER = either(
    """
    olymp\\w*, summer, winter, international\\w*, paralymp\\w*, army, corps, legion, congress,
    dynasty, assembly, edition, conference, session, festival, championships?, cup, games, tour,
    symposium, century, amendment, legislature, brigade, division, general assembly, world,
    european, ulpia, parteitag, armeekorps, korps, jahrhundert, dynastie, kongress, weltjugendtag,
    mundial, \\w*spiele, ordentliche\\w*, اولمپ\\w*, أولمبياد, الأولمبياد
    """
)
ADULT = either(
    """
    rated, films?, movies?, porn\\w*, content, adult, videos?, cinema, theat(?:re|er), shop, site,
    website, star, domain, mature
    """
)
TENDER = either(
    """
    love, lots of, kiss(?:es)?, hugs?, miss you, mum, mom, dad, nan, darling, babe, birthday,
    goodnight, night night, bye, proud of, tender, liebe grüße, küsschen
    """
)
INSURER_OR_AIRLINE = either(
    """
    techniker, krankenkasse\\w*, krankenversicherung\\w*, turkish airlines, tk maxx, taka,
    telekommunikation\\w*
    """
)
