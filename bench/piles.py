"""How is a pile of any size made, to measure what it costs?

The articles given, in an order decided by lot; once they are used up, edited copies of them follow, as other papers print an
agency's text: another headline, sentences dropped, paragraphs exchanged, a line about the paper at the end, some days later. So a
pile of five thousand has as many stories as there are articles for, and large groups of copies. Made when it is needed, never
kept.
"""

import datetime
import random
import re
from collections.abc import Sequence

from bench.jsonl import Record

DROPPED = 0.15
"""Share of the sentences of a copy that its paper cut."""
SENTENCE = re.compile(r"(?<=[.!?][\"”]) |(?<=[.!?]) ")


def pile(articles: Sequence[Record], size: int, seed: int = 1) -> list[Record]:
    """`size` articles in an order that the seed decides: those given first, then edited copies; each with an id of its own."""
    chance = random.Random(seed)
    order = chance.sample(range(len(articles)), len(articles))
    chosen = [{**articles[order[n % len(order)]], "id": f"a{n:05}"} for n in range(size)]
    return [a if n < len(order) else edited(a, chance) for n, a in enumerate(chosen)]


def edited(article: Record, chance: random.Random) -> Record:
    """A copy as another paper prints it."""
    paragraphs = [
        " ".join(s for s in SENTENCE.split(p) if chance.random() >= DROPPED) for p in article["text"].split("\n") if p.strip()
    ]
    paragraphs = [p for p in paragraphs if p] or [article["text"]]
    if len(paragraphs) > 3:
        at = chance.randrange(1, len(paragraphs) - 1)
        paragraphs[at], paragraphs[at + 1] = paragraphs[at + 1], paragraphs[at]
    paper = f"Paper {chance.randrange(400)}"
    copy = {**article, "text": "\n".join([*paragraphs, f"{paper} is printed six days a week."]), "outlet": paper}
    if article.get("title"):
        copy["title"] = " ".join(article["title"].split()[: chance.randrange(3, 12)])
    if day := article.get("published"):
        try:
            later = datetime.date.fromisoformat(day[:10]) + datetime.timedelta(days=chance.randrange(3))
            copy["published"] = later.isoformat()
        except ValueError:  # a day that is none stays as it is
            return copy
    return copy
