"""Which options do several commands take?"""

from typing import Annotated

import typer

QuietOption = Annotated[bool, typer.Option("--quiet", help="No progress, no failure lines for people.")]
LogJsonOption = Annotated[bool, typer.Option("--log-json", help="Failures on standard error as JSON, one a line.")]
