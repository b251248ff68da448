"""How does a briefing look in a browser? One self-contained file: no script, no request, every word of an article escaped.

The content-security policy admits nothing but the file's own style, by its hash, so that even a mistake in the template
could not make an article's text act.
"""

import base64
import hashlib
import pathlib

from jinja2 import Environment, StrictUndefined

from twosource.report.view import BriefingView

_FOLDER = pathlib.Path(__file__).parent


def briefing_html(view: BriefingView) -> str:
    """The report as one HTML document."""
    style = (_FOLDER / "briefing.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((_FOLDER / "briefing.html.j2").read_text("utf-8"))
    return template.render(view=view, style=style, digest=digest)
