"""How are the pages of docs/ built? `sphinx-build -W docs docs/_build`; what the program knows itself is written by `parts`."""

import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))

import parts  # noqa: E402  it lies beside this file

parts.write(HERE / "generated")

project = "twosource"
author = "The twosource developers"
copyright = author
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "generated"]
myst_heading_anchors = 3
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
html_theme = "furo"
html_title = "twosource"
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {"source_repository": "", "top_of_page_buttons": []}
