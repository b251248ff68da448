"""The command line."""

import sys

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.command()
def annotate(paths: list[str], format: str = "jsonl") -> None:
    """Annotate articles."""
    import msgspec

    from twosource.engine import Engine
    from twosource.ingest.files import read
    from twosource.records import Failure

    for reading in Engine().read_all(read(paths)):
        if isinstance(reading, Failure):
            sys.stderr.write(f"{reading}\n")
        else:
            sys.stdout.write(msgspec.json.encode(reading.annotation).decode() + "\n")


@app.command()
def compare(pairs: str, format: str = "jsonl") -> None:
    """Compare the pairs of a JSONL file (development stand-in)."""
    import msgspec

    from twosource.engine import Engine
    from twosource.ingest.files import Record
    from twosource.records import Article

    engine = Engine()
    import pathlib

    for line in pathlib.Path(pairs).read_bytes().splitlines():
        pair = msgspec.json.decode(line)
        sides = [msgspec.convert(pair[s], Record) for s in "ab"]
        readings = [engine.read(Article(r.id, pairs, r.text, r.title, r.outlet, r.url, (), r.published)) for r in sides]
        relation = msgspec.structs.replace(engine.compare(*readings), pair_id=pair["pair_id"])
        sys.stdout.write(msgspec.json.encode(relation).decode() + "\n")


def main() -> None:
    """Entry point of `twosource`."""
    app()
