"""In which forms does a briefing go to other people's tools? One table of exporters, each from a briefing to files.

What each column or property means, and what a format cannot hold, stands in docs/formats.md; a test reads every file back with
a library of its format. Nothing is added that the briefing does not say: unknown is an empty cell or an absent property.
"""

from collections.abc import Callable, Mapping

from twosource.records import Briefing
from twosource.report.export.acled import acled
from twosource.report.export.annotations import annotations
from twosource.report.export.ftm import ftm
from twosource.report.export.gdelt import gdelt
from twosource.report.export.geojson import geojson
from twosource.report.export.jsonld import jsonld
from twosource.report.export.stix import stix
from twosource.report.export.tables import csv_files, parquet_files
from twosource.report.export.ucdp import ucdp

Exporter = Callable[[Briefing, str], Mapping[str, bytes]]
"""From a briefing with whole articles, and the time of the export (`2031-05-06T12:00:00Z`), to the files by their names.

Raises:
    ModuleNotFoundError: if the form needs a package that is not installed; its `name` says which.
"""

EXPORTERS: Mapping[str, Exporter] = {
    "csv": csv_files,
    "parquet": parquet_files,
    "geojson": geojson,
    "gdelt": gdelt,
    "acled": acled,
    "ucdp": ucdp,
    "annotations": annotations,
    "jsonld": jsonld,
    "stix": stix,
    "ftm": ftm,
}
