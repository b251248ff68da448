"""Which codes of CAMEO and ACLED stand for our types and modes? Our reading of the published codebooks.

CAMEO 1.1b3 (Schrodt 2012) by the PLOVER conversion table; quad classes and Goldstein values as GDELT assigns them to codes.
ACLED's sub-event types as of its 2021 codebook. DISASTER and ACCIDENT have no code in either: such events are left out.
"""

import msgspec

from twosource.records import EventType

Key = tuple[EventType, str | None]


class Cameo(msgspec.Struct, frozen=True):
    """A CAMEO code; `goldstein` from -10 (conflict) to 10 (cooperation)."""

    code: str
    goldstein: float

    @property
    def base(self) -> str:
        """Its first three digits."""
        return self.code[:3]

    @property
    def root(self) -> str:
        """Its first two digits."""
        return self.code[:2]

    @property
    def quad(self) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        root = int(self.root)
        return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


CAMEO: dict[EventType, dict[str | None, tuple[str, float]]] = {
    "AGREE": {None: ("030", 4.0), "settle": ("037", 5.0)},
    "CONSULT": {
        None: ("040", 1.0), "phone": ("041", 1.0), "visit": ("042", 1.9), "third-party": ("044", 2.5),
        "multilateral": ("046", 7.0),
    },
    "SUPPORT": {None: ("050", 3.5)},
    "COOPERATE": {None: ("060", 6.0)},
    "AID": {None: ("070", 7.0)},
    "CONCEDE": {None: ("080", 5.0)},
    "RETREAT": {
        None: ("080", 5.0), "release": ("0841", 7.0), "access": ("086", 9.0), "ceasefire": ("0871", 9.0), "disarm": ("0873", 9.0),
        "withdraw": ("0874", 10.0), "hand-over": ("0874", 10.0), "resign": ("0831", 5.0),
    },
    "REQUEST": {
        None: ("100", -5.0), "assist": ("103", -5.0), "change": ("104", -5.0), "yield": ("105", -5.0), "meet": ("106", -5.0),
    },
    "ACCUSE": {None: ("110", -2.0), "disapprove": ("111", -2.0), "investigate": ("090", -2.0), "allege": ("112", -2.0)},
    "REJECT": {
        None: ("120", -4.0), "assist": ("122", -4.0), "change": ("123", -4.0), "yield": ("124", -4.0), "meet": ("125", -5.0),
    },
    "THREATEN": {
        None: ("130", -4.4), "relations": ("1312", -5.8), "expel": ("131", -5.8), "restrict": ("132", -5.8),
        "arrest": ("132", -5.8), "territory": ("1383", -7.0), "violence": ("138", -7.0),
    },
    "PROTEST": {
        None: ("140", -6.5), "demo": ("141", -6.5), "dispersed": ("141", -6.5), "hunger": ("142", -6.5), "strike": ("143", -6.5),
        "boycott": ("143", -6.5), "obstruct": ("144", -7.5), "riot": ("145", -7.5), "vandalize": ("140", -6.5),
    },
    "MOBILIZE": {
        None: ("150", -7.2), "police": ("153", -7.2), "troops": ("154", -7.2), "militia": ("154", -7.2), "weapons": ("154", -7.2),
    },
    "SANCTION": {
        None: ("160", -4.0), "convict": ("116", -2.0), "discontinue": ("162", -5.6), "expel": ("166", -7.0),
        "withdraw": ("166", -7.0),
    },
    "COERCE": {
        None: ("170", -7.0), "seize": ("171", -9.2), "weapons": ("1711", -9.2), "restrict": ("172", -5.0),
        "censor": ("1721", -5.0), "curfew": ("1723", -5.0), "martial-law": ("1724", -5.0), "arrest": ("173", -5.0),
        "deport": ("174", -5.0),
    },
    "ASSAULT": {
        None: ("180", -9.0), "abduct": ("181", -9.0), "beat": ("182", -9.5), "sexual": ("1821", -9.0), "torture": ("1822", -9.0),
        "explosives": ("183", -10.0), "grenade": ("183", -10.0), "suicide-attack": ("1831", -10.0), "targeted": ("186", -10.0),
        "crowd-control": ("175", -9.0), "destroy": ("1712", -9.2), "clash": ("190", -10.0), "retake": ("192", -9.5),
        "overrun": ("192", -9.5), "heavy-weapons": ("194", -10.0), "aerial": ("195", -10.0), "drone": ("195", -10.0),
        "unconventional": ("204", -10.0),
    },
}  # fmt: skip

_ACLED_EVENTS: dict[str, tuple[str, ...]] = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Explosions/Remote violence": (
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Grenade",
        "Remote explosive/landmine/IED",
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Protests": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    ),
}  # fmt: skip
ACLED: dict[Key, str] = {
    ("ASSAULT", "suicide-attack"): "Suicide bomb",
    ("ASSAULT", "unconventional"): "Chemical weapon",
    ("ASSAULT", "sexual"): "Sexual violence",
    ("ASSAULT", "torture"): "Attack",
    ("ASSAULT", "abduct"): "Abduction/forced disappearance",
    ("ASSAULT", "drone"): "Air/drone strike",
    ("ASSAULT", "aerial"): "Air/drone strike",
    ("ASSAULT", "heavy-weapons"): "Shelling/artillery/missile attack",
    ("ASSAULT", "grenade"): "Grenade",
    ("ASSAULT", "explosives"): "Remote explosive/landmine/IED",
    ("ASSAULT", "crowd-control"): "Excessive force against protesters",
    ("ASSAULT", "retake"): "Government regains territory",
    ("ASSAULT", "overrun"): "Non-state actor overtakes territory",
    ("ASSAULT", "clash"): "Armed clash",
    ("ASSAULT", "mob"): "Mob violence",
    ("ASSAULT", "targeted"): "Attack",
    ("ASSAULT", "firearms"): "Attack",
    ("ASSAULT", "primitive"): "Mob violence",
    ("ASSAULT", "beat"): "Attack",
    ("ASSAULT", "destroy"): "Looting/property destruction",
    ("PROTEST", "riot"): "Violent demonstration",
    ("PROTEST", "dispersed"): "Protest with intervention",
    ("PROTEST", "demo"): "Peaceful protest",
    ("PROTEST", "hunger"): "Peaceful protest",
    ("PROTEST", "strike"): "Peaceful protest",
    ("PROTEST", "boycott"): "Peaceful protest",
    ("PROTEST", "obstruct"): "Peaceful protest",
    ("PROTEST", "vandalize"): "Looting/property destruction",
    ("COERCE", "arrest"): "Arrests",
    ("COERCE", "weapons"): "Disrupted weapons use",
    ("MOBILIZE", "base"): "Headquarters or base established",
    ("MOBILIZE", "regroup"): "Change to group/activity",
    ("MOBILIZE", "troops"): "Change to group/activity",
    ("MOBILIZE", "weapons"): "Change to group/activity",
    ("MOBILIZE", "police"): "Change to group/activity",
    ("MOBILIZE", "militia"): "Change to group/activity",
    ("RETREAT", "hand-over"): "Non-violent transfer of territory",
    ("RETREAT", "withdraw"): "Non-violent transfer of territory",
    ("RETREAT", "disarm"): "Change to group/activity",
    ("RETREAT", "ceasefire"): "Agreement",
    ("RETREAT", "release"): "Agreement",
    ("RETREAT", "access"): "Agreement",
    ("AGREE", "settle"): "Agreement",
}
_DISORDER = {
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Violent demonstration": "Demonstrations",
}


def cameo(type: EventType, mode: str | None) -> Cameo | None:
    """The code of an event, of its type alone where the mode has none; None where CAMEO has no place for it."""
    codes = CAMEO.get(type)
    return Cameo(*codes.get(mode, codes[None])) if codes else None


def acled_type(type: EventType, mode: str | None) -> tuple[str, str, str] | None:
    """Disorder type, event type and sub-event type; None where ACLED has no place for it."""
    sub = ACLED.get((type, mode))
    if sub is None:
        return None
    event = next(name for name, subs in _ACLED_EVENTS.items() if sub in subs)
    return _DISORDER.get(sub) or _DISORDER.get(event, "Political violence"), event, sub
