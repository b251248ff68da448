"""Whose words does an article say it carries: an agency's, an outlet's, a press-release service's?

Only credits for the text count. A photo's credit ("Jane Doe/AFP") stands in a caption and says nothing about the text, so
nothing here looks into captions. The agencies are a closed list of those that sell text to other newsrooms.

Known failure: an agency credited by a name that is not on the list is not seen.
"""

import re

from twosource.records import Credit, CreditKind
from twosource.text import span

AGENCIES = {
    "Reuters": r"(?:Thomson )?Reuters",
    "Associated Press": r"(?:The )?Associated Press|AP",
    "AFP": r"Agence France[- ]Presse|AFP",
    "dpa": r"Deutsche Presse-Agentur|dpa|DPA",
    "Xinhua": r"Xinhua(?: News Agency)?",
    "TASS": r"(?:ITAR-)?TASS",
    "Interfax": r"Interfax(?:-Ukraine)?",
    "RIA Novosti": r"RIA(?: Novosti)?",
    "Ukrinform": r"Ukrinform",
    "EFE": r"(?:Agencia )?EFE",
    "Europa Press": r"Europa Press",
    "ANSA": r"ANSA",
    "PA Media": r"PA Media|Press Association|PA",
    "UPI": r"United Press International|UPI",
    "Bloomberg": r"Bloomberg(?: News)?",
    "Canadian Press": r"(?:The )?Canadian Press|CP",
    "AAP": r"Australian Associated Press|AAP",
    "Kyodo": r"Kyodo(?: News)?",
    "Jiji Press": r"Jiji(?: Press)?",
    "Yonhap": r"Yonhap(?: News Agency)?",
    "KCNA": r"KCNA",
    "PTI": r"Press Trust of India|PTI",
    "ANI": r"Asian News International|ANI",
    "IANS": r"Indo-Asian News Service|IANS",
    "Anadolu": r"Anadolu(?: Agency)?|AA",
    "IRNA": r"IRNA",
    "SANA": r"SANA",
    "WAFA": r"WAFA",
    "MENA": r"MENA",
    "APA": r"APA",
    "PAP": r"PAP",
    "CTK": r"[CČ]TK",
    "MTI": r"MTI",
    "Belga": r"Belga",
    "ANP": r"ANP",
    "NTB": r"NTB",
    "TT": r"TT",
    "Ritzau": r"Ritzau",
    "Lusa": r"Lusa",
    "Tanjug": r"Tanjug",
    "Antara": r"Antara",
    "Bernama": r"Bernama",
    "NAN": r"News Agency of Nigeria|NAN",
    "Agência Brasil": r"Agência Brasil",
    "Télam": r"T[eé]lam",
    "SDA": r"Keystone-SDA|SDA",
    "CNA": r"Catholic News Agency",
    "Tribune News Service": r"Tribune News Service|TNS",
}
SERVICES = {
    "PR Newswire": r"PR ?Newswire|PRNEWSWIRE|PRNewswire-\w+",
    "Business Wire": r"B(?:usiness|USINESS) ?W(?:ire|IRE)",
    "GlobeNewswire": r"G(?:lobe|LOBE) ?N(?:ewswire|EWSWIRE)",
    "ACCESSWIRE": r"ACCESSWIRE|Accesswire",
    "EIN Presswire": r"EIN ?Presswire|EINPresswire",
    "PRWeb": r"PRWeb|PRWEB",
    "news aktuell": r"news aktuell|ots",
}
NAMED: list[tuple[re.Pattern[str], str, CreditKind]] = [
    *((re.compile(rf"(?<!\w)(?:{p})(?!\w)"), n, "agency") for n, p in AGENCIES.items()),
    *((re.compile(rf"(?<!\w)(?:{p})(?!\w)"), n, "press-release") for n, p in SERVICES.items()),
]
AGENCY = "|".join([*AGENCIES.values(), *SERVICES.values()])

_FIRST_WORD = r"(?=[\"“]?(?:[A-ZÀ-Þ][a-zà-ÿ’']|[А-Я][а-я]|[A-Z]\.[A-Z]|[AI]\s))"
GLUED = re.compile(
    r"(?:[·•|‧∙]\s*)?(?:(?P<site>(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:com|org|net|info|news|[a-z]{2}))"
    rf"|(?P<agency>{AGENCY})){_FIRST_WORD}"
)
"""A site's or an agency's name with the first word of the text right behind it, as page extractors leave it."""

LINE = re.compile(
    rf"""^(?:
      [(\[/—–-]*\s*(?:(?:source|sources|via|with|agencies?|from|by|text|credit)\s*:?\s+)?
          (?:the\s+)?(?-i:{AGENCY})(?:\s*(?:,|/|and|&|\+|with)\s*(?:the\s+)?(?-i:{AGENCY}|agencies))*\s*[)\]/.]*
    | [(\[]?\s*(?:with|additional)\s+(?:reporting|inputs?|material|files)\s+(?:by|from)\b.{{0,160}}
    | [(\[]?\s*(?:additional\s+)?(?:reporting|writing|compiled|editing)\s+by\s+[^.]{{2,240}}\.?[)\]]?
    | .{{2,200}}\bcontributed\s+(?:reporting|to\s+this\s+(?:report|story|article)|to\s+the\s+report)[^.]{{0,60}}\.?[)\]]?
    | (?:source|sources|via)\s*:\s*\S.{{0,60}}
    | (?:with\s+)?(?:news\s+)?(?:agencies|wire\s+(?:services|reports))
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
"""A whole line that says where the text comes from."""

TAIL = re.compile(
    rf"\s*[(\[/—–-]\s*(?:with\s+)?(?:the\s+)?(?:{AGENCY})(?:\s*(?:,|/|and|&|with)\s*(?:{AGENCY}))*\s*[)\]/.]*$"
    r"|\s*[(\[](?:additional\s+)?(?i:reporting|writing|compiled|editing)\s+by\s[^()\[\]]{2,240}[)\]]\.?$"
)
"""The same at the end of a paragraph: "(Reuters)", "- AFP", "(Reporting by Jane Roe; editing by John Doe)"."""

RIGHTS = re.compile(r"(?:©|\(c\)|copyright)", re.IGNORECASE)


def named_credits(text: str, start: int, end: int) -> list[Credit]:
    """The agencies and press-release services named between two offsets, each once, in order."""
    found: dict[str, Credit] = {}
    for pattern, name, kind in NAMED:
        if match := pattern.search(text, start, end):
            found[name] = Credit(name, kind, span(text, match.start(), match.end()))
    return sorted(found.values(), key=lambda c: c.span.start)


def glued_credit(text: str, start: int, end: int) -> tuple[int, Credit] | None:
    """A site or agency glued before the first word: where the text proper begins, and the credit."""
    if (match := GLUED.match(text, start, end)) is None:
        return None
    if site := match["site"]:
        return match.end(), Credit(site, "outlet", span(text, match.start("site"), match.end("site")))
    named = named_credits(text, match.start("agency"), match.end("agency"))
    return (match.end(), named[0]) if named else None
