"""What does a person see of two articles that were compared, on a page of their own?"""

import msgspec

from twosource.records import CONTRACT_VERSION, Annotation, Briefing, Manifest, Relation, Story
from twosource.report.briefing import DerivationView, derivation_view
from twosource.report.names import Names
from twosource.report.pages import PageView, page
from twosource.report.view import article_line, relation_sentence


class PairView(msgspec.Struct, frozen=True):
    """`pair` holds both texts side by side, whether or not one derives from the other; `pages` the articles to read."""

    sentence: str
    pair: DerivationView
    pages: tuple[PageView, ...]
    version: str

    @property
    def by_id(self) -> dict[str, PageView]:
        """The articles by their ids."""
        return {p.id: p for p in self.pages}


def pair_view(relation: Relation, a: Annotation, b: Annotation, version: str) -> PairView:
    """Two articles and how they are related; `version` is that of the program."""
    story = Story("pair", "", (a.id, b.id), (), (relation,))
    names = Names(Briefing(CONTRACT_VERSION, (a, b), (), (story,), (), Manifest(version, {}, (), ())), [a, b])
    return PairView(
        relation_sentence(relation, article_line(a).title, article_line(b).title),
        derivation_view(relation, names),
        tuple(page(x, names.article[x.id], article_line(x).title, {}) for x in (a, b)),
        version,
    )
