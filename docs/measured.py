"""Which figures does the page on accuracy show, and how was each measured? The words for what `bench/floors.json` records.

A section stands for one task of `bench/gate` (`bench/tasks.py`). Values are never written here: they are read when the pages are
built, so that the page says what the last recorded run says.
"""

import dataclasses
import json
import pathlib

FLOORS = pathlib.Path(__file__).parents[1] / "bench" / "floors.json"


@dataclasses.dataclass(frozen=True)
class Section:
    """One task: what is asked, on what and how it was scored, and each figure shown with what it says."""

    task: str
    title: str
    how: str
    rows: tuple[tuple[str, str], ...]


SECTIONS = (
    Section(
        "reuse",
        "Does one article derive from the other?",
        "2,636 pairs of articles: news of some sixty outlets whose pairs were labelled by hand, one event told by three "
        "outlets, rewrites by people and by language models, unrelated pairs. A pair counts as derived when the verdict is "
        "copy, rewrite, excerpt or identical. Doubtful pairs count in no figure.",
        (
            ("core > precision", "of the pairs called derived, those that are"),
            ("core > recall", "of the derived pairs, those that are called so"),
            ("sets > basil > false_alarms", "false alarms where three newsrooms told one event, each in its own words"),
            ("sets > news > false_alarms", "false alarms among news reports of one event that do not derive from each other"),
            ("macro > auc_same_event", "chance that a derived pair scores above two independent reports of one event"),
            ("relation_accepted", "of all pairs, those whose kind of relation (copy, rewrite, excerpt …) is right"),
        ),
    ),
    Section(
        "stories",
        "Which articles tell one story, and which one text?",
        "Four piles (national news, US politics, local shootings, subtopics that differ only in time or place) and all of "
        "them in one: B-cubed F1, that is, how much of each article's story is right and whole. Origins: pairs of reports "
        "of one event, with a verdict by hand on whether they share a text.",
        (
            ("newscluster > b3_f1", "national and world news"),
            ("basil > b3_f1", "US politics, three outlets an event"),
            ("gunviolence > b3_f1", "local shootings, half of them told once"),
            ("mixed > b3_f1", "all piles as one, 1,099 articles"),
            ("newscluster > origins > precision", "of the pairs put into one origin, those that share a text"),
            ("newscluster > origins > recall", "of the pairs that share a text, those put into one origin"),
        ),
    ),
    Section(
        "alterations",
        "What did a rewrite alter?",
        "16 pairs written for this purpose, with planted alterations, faithful rewordings and a few that came by "
        "themselves. A finding counts when it is of the right kind and stands on the right words in both texts. Sixteen "
        "pairs are few: read the next table with this one.",
        (
            ("group > p", "of the alterations found, those that are there"),
            ("group > r", "of the alterations that are there, those found"),
            ("strict > f1", "F1, of exactly the right kind"),
            ("benign false-alarm rate", "faithful rewordings on which something is reported"),
            ("false alarms per 1000 words, faithful pairs", "false alarms for each 1,000 words of faithful rewrites"),
            ("alignments > f1", "F1 of sentences set side by side"),
            ("direction right", "of the pairs, those whose earlier text is named"),
        ),
    ),
    Section(
        "alterations-own",
        "Alterations in pairs of our own",
        "48 pairs of invented articles written for this purpose without a look at the program (`bench/alteration_pairs`), "
        "scored in the same way. What 36 of them showed was mended since; of eight more only the false alarms were read. "
        "At first sight of the last eight, F1 by group was .61: what to expect of a rewriter whom the program never met.",
        (
            ("group > p", "of the alterations found, those that are there"),
            ("group > r", "of the alterations that are there, those found"),
            ("strict > f1", "F1, of exactly the right kind"),
            ("benign false-alarm rate", "faithful rewordings on which something is reported"),
            ("false alarms per 1000 words, faithful pairs", "false alarms for each 1,000 words of faithful rewrites"),
        ),
    ),
    Section(
        "summedits",
        "The same, on texts of others",
        "3,862 pairs of a summary and an edited summary, of which a person says whether the edit keeps the meaning. The "
        "pair counts as altered when any alteration of weight is reported. Many edits need knowledge of the world that no "
        "comparison of words has.",
        (
            ("mean balanced accuracy", "balanced accuracy, mean over the kinds of text (guessing gives 0.5)"),
            ("recall by type of edit > entity_modification > r", "found: another person, place or number"),
            ("recall by type of edit > antonym_swap > r", "found: the opposite word"),
            ("recall by type of edit > negation_insertion_removal > r", "found: a negation put in or taken out"),
        ),
    ),
    Section(
        "attributions",
        "Who says what?",
        "252 articles of US political news of 2015 and 2016 in which every attribution was marked by trained annotators "
        "(PolNeAR). Found: the words of the statement agree by half or more. Published systems trained on this very corpus "
        "find more of the exact words.",
        (
            ("scores > found > p", "of the statements reported, those that are there"),
            ("scores > found > r", "of the statements that are there, those reported"),
            ("groups > direct > found", "found: statements in quotation marks"),
            ("groups > indirect > found", "found: statements in other words"),
            ("scores > source exact > f1", "F1, the source in its very words"),
            ("labelled > accuracy where found", "the kind of source (named, institution, unnamed …) is right"),
        ),
    ),
    Section(
        "times",
        "When?",
        "311 articles with time expressions marked by hand (MEANTIME, TimeBank, AQUAINT), scored as in TempEval-3.",
        (
            ("scores > all > relaxed F1", "F1, the expression is found"),
            ("scores > all > value F1", "F1, it is found and its value is right"),
            ("scores > all > days", "of the dates known to the day, those put on that very day"),
        ),
    ),
    Section(
        "places",
        "Where?",
        "Two sets of 681 articles together with every place name marked and put on the map: news of the world (GeoWebNews) "
        "and local news, which is full of towns that share their name (LGL). Right is what lies within 161 km.",
        (
            ("geowebnews > end_to_end > f1", "world news: F1, the name is found and in the right spot"),
            ("geowebnews > resolution > acc161", "world news: of the names found, those in the right spot"),
            ("lgl > end_to_end > f1", "local news: F1, the name is found and in the right spot"),
            ("lgl > resolution > acc161", "local news: of the names found, those in the right spot"),
            ("geowebnews > sense > accuracy", "a place is told from a government called by its name"),
        ),
    ),
    Section(
        "factuality",
        "Did it happen, is it planned, denied, only alleged?",
        "251 articles in which people judged for each event how certain it is, from -3 (certainly not) to 3 (certainly); "
        "the events were given.",
        (
            ("status > accuracy", "asserted, planned, uncertain or denied: right"),
            ("factuality > UW > MAE", "mean distance from the judgement of people, on the scale from -3 to 3"),
        ),
    ),
    Section(
        "events",
        "What happened, with how many killed and injured?",
        "600 local reports of one shooting each, with the figures of the Gun Violence Archive; 200 messages on violence in "
        "Latin America in the 1980s (MUC-4), with all parties; sentences with a label of an event scheme (CASE-2021, India "
        "police events, PLOVER). MUC-4 is the hardest: of the systems built for it alone in 1992 the middle one reached .61 "
        "to .63, the best .77 to .80.",
        (
            ("gunviolence > all > found", "the shooting is found"),
            ("gunviolence > all > both", "killed and injured both exactly right"),
            ("gunviolence > all > date +-1", "the day right, or one off"),
            ("gunviolence > all > place 25 km", "the place within 25 km"),
            ("gunviolence > all > end to end", "all of these at once"),
            ("muc > matched > f1", "MUC-4: F1 of parties, place, weapon and effect of the events found"),
            ("case2021 > plover", "the type of an event, F1"),
            ("plover > type", "the type of an event in the examples of the codebook"),
        ),
    ),
    Section(
        "gunpile",
        "Is every event counted once?",
        "500 local reports of some 340 shootings as one pile, two in three of them told once.",
        (
            ("gunpile > all > conll", "CoNLL F1 of the reports grouped by event"),
            ("gunpile > singles kept", "events told once that stay alone"),
            ("gunpile > events > count error", "how far the number of events is off, as a share"),
        ),
    ),
    Section(
        "origins",
        "Are copies of one text counted as one origin?",
        "168 small piles made of reports of one event and known copies of some of them.",
        (
            ("origins > event origins > exact", "events whose number of origins is right"),
            ("origins > story origins > exact", "stories whose number of origins is right"),
        ),
    ),
    Section(
        "verdicts",
        "Are the independent sources and the verdict right?",
        "62 piles of articles on invented events, written for this purpose (`bench/verdict_piles`), with the independent "
        "sources and the verdict of every event. Seven batches, by editors who had never seen the program, were measured before "
        "anybody read them: the sources were right in .61, .73, .50, .47, .59, .58 and .69 of their events, the verdict in "
        ".56, .70, .50, .53, .47, .53 and .67. Errors were then mended by class. Of the six piles that are still unread (30 "
        "events) the sources are now right in .77, the verdict in .80, and never is there one source too many: expect something "
        "between of new piles.",
        (
            ("independent sources exact", "events whose number of independent sources is right"),
            ("one too many", "events with more independent sources than there are, the worst error"),
            ("verdict right", "events with the right verdict"),
            ("disagreements right", "events whose contradictions are named, and no other"),
        ),
    ),
)


def measured() -> str:
    """The sections as Markdown, with the values recorded; a task that was never recorded has no section.

    Raises:
        KeyError: if a figure named here is not recorded with its task.
    """
    floors = json.loads(FLOORS.read_text("utf-8"))
    parts = []
    for section in SECTIONS:
        if section.task in floors:
            figures = floors[section.task]["figures"]
            rows = "\n".join(f"| {words} | {figures[name]:.3f} |" for name, words in section.rows)
            parts.append(f"## {section.title}\n\n{section.how}\n\n| share, or as said | value |\n| --- | ---: |\n{rows}\n")
    return "\n".join(parts)
