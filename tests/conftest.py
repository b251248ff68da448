"""Loaded models, once for a whole test run."""

import pytest

from twosource.annotate.parse import Parser
from twosource.compare.embed import Embedder


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return Embedder()
