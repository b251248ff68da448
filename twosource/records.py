"""Which records do the rooms hand to one another?

Every record is frozen. Those named in the output contract have exactly its fields, in its order, so that
`msgspec.json.encode` of one is the program's output and `msgspec.json.schema` its published schema. Three records stay
inside the program: `Article` (what ingest read), `Document` (an article with its parts told apart) and `Reading` (all
that is known of one article, with the parse that the contract does not print).

It is long on purpose: the contract, and what is added to it, is read in one place and in its order.

Offsets are Unicode code points, half-open, into the article's unaltered text.
"""

from typing import Any, Literal

import msgspec

CONTRACT_VERSION = 1

PartKind = Literal["title", "dateline", "credit", "heading", "body", "caption", "related", "boilerplate"]
CreditKind = Literal["agency", "outlet", "press-release"]
PublishedBasis = Literal["metadata", "dateline", "header", "filename"]
EntityKind = Literal["person", "organization", "place", "group", "other"]
SourceKind = Literal["named", "institution", "anonymous", "media", "document", "unknown"]
CueForce = Literal["neutral", "factive", "doubting"]
QuotedAs = Literal["direct", "indirect", "mixed"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
PlaceSense = Literal["location", "metonym", "demonym"]
PlacePrecision = Literal["point", "city", "admin1", "country", "region"]
DatePrecision = Literal["day", "week", "month", "year", "range"]
EventStatus = Literal["asserted", "alleged", "planned", "denied", "hypothetical"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "DISASTER", "ACCIDENT",
]  # fmt: skip
RelationKind = Literal["identical", "copy", "rewrite", "excerpt", "same-story", "unrelated"]
Direction = Literal["a->b", "b->a", "unknown"]
AlterationKind = Literal[
    "quote-changed", "quote-unmarked", "quote-made", "number-changed", "number-blurred", "date-changed",
    "date-blurred", "date-shifted", "place-changed", "place-blurred", "actor-changed", "attribution-dropped",
    "attribution-changed", "attribution-strengthened", "attribution-weakened", "hedge-dropped", "hedge-added",
    "hedge-changed", "negation-flipped", "action-changed", "claim-dropped", "claim-added",
]  # fmt: skip
Severity = Literal["high", "medium", "low"]
RulingVerdict = Literal["same", "different", "copy", "independent"]
Verdict = Literal["single-source", "single-origin", "corroborated", "disputed", "denied", "undetermined"]

DERIVED: frozenset[RelationKind] = frozenset({"identical", "copy", "rewrite", "excerpt"})
"""The relations in which one text goes back to the other, or both to a third."""


class Span(msgspec.Struct, frozen=True):
    """A stretch of an article's text; `article_text[start:end] == text` always holds."""

    start: int
    end: int
    text: str


# ---------------------------------------------------------------------------------------------- ingest and document


class Article(msgspec.Struct, frozen=True):
    """One article as it was read: unaltered text and whatever metadata came with it.

    `published` is the metadata's own string; `triggers` are event words that somebody else marked (contract: judgements).
    """

    id: str
    path: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    triggers: tuple[Span, ...] | None = None


class Credit(msgspec.Struct, frozen=True):
    name: str
    kind: CreditKind
    span: Span


class Part(msgspec.Struct, frozen=True):
    kind: PartKind
    span: Span


class Document(msgspec.Struct, frozen=True):
    """An article with its parts told apart. `parts` are in order and do not overlap; one body part is one paragraph."""

    id: str
    path: str
    title: str | None
    outlet: str | None
    url: str | None
    byline: tuple[str, ...]
    published: str | None
    published_basis: PublishedBasis | None
    language: str
    text: str
    credits: tuple[Credit, ...]
    parts: tuple[Part, ...]
    triggers: tuple[Span, ...] | None = None


# ------------------------------------------------------------------------------------------------ the parse, inside only


class Token(msgspec.Struct, frozen=True):
    """A word of a parsed sentence. `head` is the index of its governor in the sentence; the root is its own head.

    `pos` is the universal part of speech, `tag` the Penn tag, `dep` the ClearNLP relation, as spaCy's English models give.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Name(msgspec.Struct, frozen=True):
    """A name that the recogniser saw: tokens `first` (inclusive) to `last` (exclusive), `label` as in OntoNotes 5."""

    first: int
    last: int
    label: str


class Sentence(msgspec.Struct, frozen=True):
    """A parsed sentence, of one part of the document."""

    span: Span
    part: PartKind
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]


class Quotation(msgspec.Struct, frozen=True):
    """A stretch between quotation marks. `span` holds the marks, `inner` does not.

    `closed` is false where the closing mark is missing because the quotation runs on in the next paragraph, or never comes.
    `scare` marks a term or title of a few words that quotes nobody's statement.
    """

    span: Span
    inner: Span
    closed: bool
    scare: bool


class Quantity(msgspec.Struct, frozen=True):
    """A number in the text: `low` and `high` bound it (None: no bound), `best` is the value meant.

    `unit` is a normalised unit or the lemma of the noun counted ("person", "percent", "USD", "tonne"), None if there is none.
    `modifier` is the word that makes it inexact ("at least", "about", "dozens of"). `span` holds number, modifier and unit
    symbol; `number` the bare number words.
    """

    span: Span
    number: Span
    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    modifier: str | None


# ---------------------------------------------------------------------------------------------------------- annotate


class Entity(msgspec.Struct, frozen=True):
    id: str
    kind: EntityKind
    name: str
    mentions: tuple[Span, ...]


class Via(msgspec.Struct, frozen=True):
    """A further link in the chain from event to reader: the source `cites` it, or the words came `through` it."""

    name: str
    role: Literal["cites", "through"]
    span: Span


class Attribution(msgspec.Struct, frozen=True):
    """Who says what. `attitude`: not a statement that the content is so, but what the source wants, fears or makes of it

    ("condemned the attack", "hopes to win"): it makes nobody a source of the event.
    """

    source: Span | None
    source_name: str | None
    source_kind: SourceKind
    cue: Span | None
    cue_force: CueForce | None
    content: tuple[Span, ...]
    quoted: QuotedAs
    addressee: Span | None
    via: tuple[Via, ...]
    attitude: bool = False


class NoComment(msgspec.Struct, frozen=True):
    who: str
    span: Span


class Time(msgspec.Struct, frozen=True):
    """A time expression with its TIMEX3 type and value."""

    span: Span
    type: TimeType
    value: str


class Place(msgspec.Struct, frozen=True):
    """A toponym; `lat`, `lon` in degrees, `country` ISO 3166-1 alpha-2. Unresolved: every field after `name` is None."""

    span: Span
    sense: PlaceSense
    name: str
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    precision: PlacePrecision | None = None


class Party(msgspec.Struct, frozen=True):
    """Who did it, or to whom or what it was done."""

    name: str
    span: Span


class EventDate(msgspec.Struct, frozen=True):
    value: str
    precision: DatePrecision


class Toll(msgspec.Struct, frozen=True):
    """A number of people; `high` is None where the text sets no upper bound."""

    low: int | None
    best: int | None
    high: int | None
    span: Span


class Event(msgspec.Struct, frozen=True):
    """What one article says happened. `place` and `attribution` are indices into the article's lists.

    `single` is false for a running total or a pattern over time, which is never counted as one event.
    """

    id: str
    type: EventType
    mode: str | None
    trigger: Span
    evidence: tuple[Span, ...]
    actor: Party | None
    target: Party | None
    place: int | None
    date: EventDate | None
    killed: Toll | None
    injured: Toll | None
    status: EventStatus
    factuality: float
    single: bool
    attribution: int | None


class Judgement(msgspec.Struct, frozen=True):
    """The product's judgement of an event word that somebody else marked."""

    trigger: Span
    status: EventStatus
    factuality: float
    attribution: int | None


class Annotation(msgspec.Struct, frozen=True, omit_defaults=False):
    """What `twosource annotate` prints for one article."""

    contract_version: int
    id: str
    path: str
    title: str | None
    outlet: str | None
    url: str | None
    byline: tuple[str, ...]
    published: str | None
    published_basis: PublishedBasis | None
    language: str
    text: str
    credits: tuple[Credit, ...]
    parts: tuple[Part, ...]
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    no_comment: tuple[NoComment, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    events: tuple[Event, ...]
    judgements: tuple[Judgement, ...] | msgspec.UnsetType = msgspec.UNSET


class Reading(msgspec.Struct, frozen=True):
    """All that is known of one article: the printed annotation, and what only the program uses.

    `sentences` are parsed and in text order, one for each of `annotation.sentences`; without a parse (another language
    than English) their `tokens` are empty. `vectors` holds one unit vector of 384 float32 for each sentence (numpy array
    of shape (n, 384)), or None where nobody asked for them.
    """

    annotation: Annotation
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    quantities: tuple[Quantity, ...]
    vectors: Any = None


# ----------------------------------------------------------------------------------------------------------- compare


class Reason(msgspec.Struct, frozen=True):
    """One named feature's part in a verdict: `weight` times `value` is what it adds to the log-odds."""

    feature: str
    value: float
    weight: float
    a: Span | None
    b: Span | None


class Alignment(msgspec.Struct, frozen=True):
    a: tuple[Span, ...]
    b: tuple[Span, ...]
    score: float


class Alteration(msgspec.Struct, frozen=True):
    kind: AlterationKind
    a: Span | None
    b: Span | None
    severity: Severity
    explanation: str


class Relation(msgspec.Struct, frozen=True):
    """What `twosource compare` prints for two articles. `score`: probability that one derives from the other."""

    contract_version: int
    a: str
    b: str
    relation: RelationKind
    direction: Direction
    score: float
    reasons: tuple[Reason, ...]
    alignments: tuple[Alignment, ...]
    alterations: tuple[Alteration, ...]
    pair_id: str | msgspec.UnsetType = msgspec.UNSET


# --------------------------------------------------------------------------------------------------- story and ledger


class Descent(msgspec.Struct, frozen=True):
    """One article derives from another; `score` is that of their relation."""

    parent: str
    child: str
    score: float


class Origin(msgspec.Struct, frozen=True):
    """Articles that derive from one text; `root` is that text, None if it is not in the pile or cannot be told.

    `descents` say which articles explain each of them, the strongest parent first; a parent may be of another origin.
    """

    id: str
    articles: tuple[str, ...]
    root: str | None
    descents: tuple[Descent, ...] = ()


class Doubt(msgspec.Struct, frozen=True):
    """Two articles of two origins that may be one text after all: `score` is the probability, short of what is called derived."""

    a: str
    b: str
    score: float


class Story(msgspec.Struct, frozen=True):
    """The contract's story; `doubts` are the project's addition."""

    id: str
    title: str
    articles: tuple[str, ...]
    origins: tuple[Origin, ...]
    reuse: tuple[Relation, ...]
    doubts: tuple[Doubt, ...] = ()


class Report(msgspec.Struct, frozen=True):
    """An event as one article tells it: `event` is the event's id inside `article`."""

    article: str
    event: str


class Source(msgspec.Struct, frozen=True):
    name: str
    kind: SourceKind
    articles: tuple[str, ...]


class ReportedValue(msgspec.Struct, frozen=True):
    """A value with those who report it; `since` is the earliest day on which one of them was published, None if unknown."""

    value: str | int
    reports: tuple[Report, ...]
    since: str | None = None


class Disagreement(msgspec.Struct, frozen=True):
    field: str
    values: tuple[ReportedValue, ...]


class MergedToll(msgspec.Struct, frozen=True):
    """A number of people over all reports of an event; the words it comes from stand in the reports."""

    low: int | None
    best: int | None
    high: int | None


class Joined(msgspec.Struct, frozen=True):
    """Articles that a count takes as one, or leaves out, and why."""

    articles: tuple[str, ...]
    why: str


class CountStep(msgspec.Struct, frozen=True):
    """One step from the articles of an event to its independent sources: how many are left, and what was folded."""

    unit: Literal["articles", "origins", "independent sources"]
    count: int
    because: tuple[Joined, ...]


class SameReason(msgspec.Struct, frozen=True):
    """One named feature's part in the judgement that two reports tell of one event: `weight` times `value`."""

    feature: str
    value: float
    weight: float


class Link(msgspec.Struct, frozen=True):
    """Why two reports are of one event: the features, or the number of the ruling by which a person joined them."""

    a: Report
    b: Report
    score: float
    reasons: tuple[SameReason, ...]
    ruling: int | None


class LedgerEvent(msgspec.Struct, frozen=True):
    """One real-world event, however many articles tell it.

    `steps` lead from its articles to its independent sources; `missing` says what it lacks to be corroborated (None: nothing);
    `links` say for each report but the first why it is of this event.
    """

    id: str
    story: str
    type: EventType
    mode: str | None
    actor: Party | None
    target: Party | None
    place: Place | None
    date: EventDate | None
    killed: MergedToll | None
    injured: MergedToll | None
    status: EventStatus
    reports: tuple[Report, ...]
    articles: int
    origins: int
    independent_sources: int
    sources: tuple[Source, ...]
    verdict: Verdict
    disagreements: tuple[Disagreement, ...]
    steps: tuple[CountStep, ...] = ()
    missing: str | None = None
    links: tuple[Link, ...] = ()


# ------------------------------------------------------------------------------------------------------ people's rulings


class Anchor(msgspec.Struct, frozen=True):
    """An article or a report that a person judged, so that a later run finds it again.

    `article` is the id as the person saw it, `sha256` that of its text; `start` and `end` are those of the trigger of the
    report, None where the article as a whole is meant.
    """

    article: str
    sha256: str
    start: int | None = None
    end: int | None = None


class Ruling(msgspec.Struct, frozen=True):
    """A person's judgement: the reports of `a` and `b` are of the same event or of different ones, or the article of `b` is a
    copy of that of `a` or independent of it. `at` is an ISO 8601 time in UTC."""

    number: int
    at: str
    by: str
    verdict: RulingVerdict
    a: tuple[Anchor, ...]
    b: tuple[Anchor, ...]
    reason: str


class Ruled(msgspec.Struct, frozen=True):
    """The rulings that hold in a pile, each pair under the number of its ruling.

    `copies` and `independent` hold pairs of article ids, `same` and `different` pairs of reports as (article, event).
    """

    copies: dict[frozenset[str], int]
    independent: dict[frozenset[str], int]
    same: dict[frozenset[tuple[str, str]], int]
    different: dict[frozenset[tuple[str, str]], int]


NOT_RULED = Ruled({}, {}, {}, {})


# ------------------------------------------------------------------------------------------------------------ engine


class Failure(msgspec.Struct, frozen=True):
    """A bad input, named with the stage that could not take it."""

    id: str
    stage: str
    error: str


class InputRecord(msgspec.Struct, frozen=True):
    id: str
    sha256: str


class ModelRecord(msgspec.Struct, frozen=True):
    name: str
    version: str
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    version: str
    options: dict[str, str | int | float | bool | None]
    inputs: tuple[InputRecord, ...]
    models: tuple[ModelRecord, ...]
    rulings: tuple[int, ...] = ()


class Briefing(msgspec.Struct, frozen=True):
    """What `twosource brief` prints. `articles` holds ids alone with `--refs`."""

    contract_version: int
    articles: tuple[Annotation | str, ...]
    failures: tuple[Failure, ...]
    stories: tuple[Story, ...]
    events: tuple[LedgerEvent, ...]
    manifest: Manifest
