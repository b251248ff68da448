"""As which tables can a briefing be read? Six, with typed columns, as CSV, Parquet and data frames.

A cell that holds several values holds a list in Parquet and in frames, and the values with "; " between them in CSV.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from twosource.records import Briefing, MergedToll, Span, Toll
from twosource.report.export.told import articles, as_utf8, tellings, whole

Kind = Literal["text", "whole", "number", "truth", "list"]
Cell = str | int | float | bool | list[str] | None


class Table(msgspec.Struct, frozen=True):
    """A table: its columns with their kinds, and its rows. An unknown cell is None."""

    name: str
    columns: Mapping[str, Kind]
    rows: Sequence[tuple[Cell, ...]]


def tables(briefing: Briefing) -> tuple[Table, ...]:
    """The tables of a briefing; ids in one are keys in the others."""
    return (
        _articles(briefing),
        _origins(briefing),
        _events(briefing),
        _reports(briefing),
        _attributions(briefing),
        _alterations(briefing),
    )


def csv_files(briefing: Briefing, made: str = "") -> dict[str, bytes]:
    """One file a table: UTF-8, a header line, RFC 4180 quoting, an unknown cell empty."""
    return {f"{table.name}.csv": as_csv(list(table.columns), table.rows) for table in tables(briefing)}


def as_csv(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """A CSV file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([["; ".join(cell) if isinstance(cell, list) else cell for cell in row] for row in rows])
    return as_utf8(out.getvalue())


def parquet_files(briefing: Briefing, made: str = "") -> dict[str, bytes]:
    """One file a table, zstd-compressed.

    Raises:
        ModuleNotFoundError: without pyarrow.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    types: dict[Kind, Any] = {
        "text": pa.string(), "whole": pa.int64(), "number": pa.float64(), "truth": pa.bool_(), "list": pa.list_(pa.string()),
    }  # fmt: skip
    files = {}
    for table in tables(briefing):
        schema = pa.schema([(name, types[kind]) for name, kind in table.columns.items()])
        rows = [[_clean(cell) for cell in row] for row in table.rows]
        columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
        arrays = [pa.array(column, type) for column, type in zip(columns, schema.types, strict=True)]
        sink = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_arrays(arrays, schema=schema), sink, compression="zstd")
        files[f"{table.name}.parquet"] = sink.getvalue().to_pybytes()
    return files


def _clean(cell: Cell) -> Cell:
    if isinstance(cell, list):
        return [whole(x) for x in cell]
    return whole(cell) if isinstance(cell, str) else cell


def _articles(briefing: Briefing) -> Table:
    story = {a: s.id for s in briefing.stories for a in s.articles}
    origin = {a: o.id for s in briefing.stories for o in s.origins for a in o.articles}
    columns: dict[str, Kind] = {
        "article": "text", "title": "text", "outlet": "text", "url": "text", "byline": "list", "published": "text",
        "published_basis": "text", "language": "text", "credits": "list", "story": "text", "origin": "text", "text": "text",
    }  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            a.id, a.title, a.outlet, a.url, list(a.byline), a.published, a.published_basis, a.language,
            [c.name for c in a.credits], story.get(a.id), origin.get(a.id), a.text,
        )
        for a in articles(briefing)
    ]  # fmt: skip
    return Table("articles", columns, rows)


def _origins(briefing: Briefing) -> Table:
    columns: dict[str, Kind] = {"origin": "text", "story": "text", "root": "text", "articles": "list"}
    rows: list[tuple[Cell, ...]] = [(o.id, s.id, o.root, list(o.articles)) for s in briefing.stories for o in s.origins]
    return Table("origins", columns, rows)


def _events(briefing: Briefing) -> Table:
    columns: dict[str, Kind] = {
        "event": "text", "story": "text", "type": "text", "mode": "text", "actor": "text", "target": "text", "place": "text",
        "geonames_id": "whole", "lat": "number", "lon": "number", "country": "text", "admin1": "text", "place_precision": "text",
        "date": "text", "date_precision": "text", "killed_low": "whole", "killed_best": "whole", "killed_high": "whole",
        "injured_low": "whole", "injured_best": "whole", "injured_high": "whole", "status": "text", "articles": "whole",
        "origins": "whole", "independent_sources": "whole", "verdict": "text", "sources": "list", "disagreements": "list",
    }  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for e in briefing.events:
        p = e.place
        rows.append((
            e.id, e.story, e.type, e.mode, e.actor.name if e.actor else None, e.target.name if e.target else None,
            *((p.name, p.geonames_id, p.lat, p.lon, p.country, p.admin1, p.precision) if p else (None,) * 7),
            e.date.value if e.date else None, e.date.precision if e.date else None, *_toll(e.killed), *_toll(e.injured), e.status,
            e.articles, e.origins, e.independent_sources, e.verdict, [s.name for s in e.sources],
            [f"{d.field}: {' / '.join(str(v.value) for v in d.values)}" for d in e.disagreements],
        ))  # fmt: skip
    return Table("events", columns, rows)


def _reports(briefing: Briefing) -> Table:
    columns: dict[str, Kind] = {
        "event": "text", "article": "text", "event_in_article": "text", "words": "text", "start": "whole", "end": "whole",
        "status": "text", "factuality": "number", "source": "text", "source_kind": "text", "via": "list",
        "killed_low": "whole", "killed_best": "whole", "killed_high": "whole",
        "injured_low": "whole", "injured_best": "whole", "injured_high": "whole",
    }  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for event, told in tellings(briefing):
        for t in told:
            spans = t.event.evidence or (t.event.trigger,)
            said = t.attribution
            rows.append((
                event.id, t.article.id, t.event.id, t.words, min(s.start for s in spans), max(s.end for s in spans),
                t.event.status, float(t.event.factuality), said.source_name if said else None, said.source_kind if said else None,
                [v.name for v in said.via] if said else [], *_toll(t.event.killed), *_toll(t.event.injured),
            ))  # fmt: skip
    return Table("reports", columns, rows)


def _attributions(briefing: Briefing) -> Table:
    columns: dict[str, Kind] = {
        "article": "text", "number": "whole", "source": "text", "source_words": "text", "source_kind": "text", "cue": "text",
        "cue_force": "text", "quoted": "text", "content": "text", "start": "whole", "end": "whole", "addressee": "text",
        "via": "list",
    }  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            a.id, number, x.source_name, _words(x.source), x.source_kind, _words(x.cue), x.cue_force, x.quoted,
            " … ".join(s.text for s in x.content), min((s.start for s in x.content), default=None),
            max((s.end for s in x.content), default=None), _words(x.addressee), [v.name for v in x.via],
        )
        for a in articles(briefing)
        for number, x in enumerate(a.attributions)
    ]  # fmt: skip
    return Table("attributions", columns, rows)


def _alterations(briefing: Briefing) -> Table:
    columns: dict[str, Kind] = {
        "story": "text", "earlier": "text", "later": "text", "directed": "truth", "relation": "text", "score": "number",
        "kind": "text", "severity": "text", "before": "text", "after": "text", "explanation": "text",
    }  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for story in briefing.stories:
        for r in story.reuse:
            turned = r.direction == "b->a"
            for x in r.alterations:
                sides = [(r.a, _words(x.a)), (r.b, _words(x.b))]
                (earlier, before), (later, after) = sides[::-1] if turned else sides
                rows.append((
                    story.id, earlier, later, r.direction != "unknown", r.relation, r.score, x.kind, x.severity, before, after,
                    x.explanation,
                ))  # fmt: skip
    return Table("alterations", columns, rows)


def _toll(toll: Toll | MergedToll | None) -> tuple[int | None, int | None, int | None]:
    return (toll.low, toll.best, toll.high) if toll else (None, None, None)


def _words(span: Span | None) -> str | None:
    return span.text if span else None
