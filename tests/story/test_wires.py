"""Whose text an article carries as a whole."""

import msgspec
import pytest

from tests.compare.readings import reading
from twosource.story.wires import wire

STORY = "The bridge over the Neckar was closed on Monday after cracks were found, the city of Heilbronn said."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"HEILBRONN, Germany (AP) - {STORY}", {"Associated Press"}),
        (f"HEILBRONN, May 6 (Reuters) - {STORY}\n\nDrivers were told to use the ring road.", {"Reuters"}),
        (f"{STORY}\n\nDrivers were told to use the ring road.\n\ndpa", {"dpa"}),
        (f"{STORY}\n\nThe Associated Press contributed to this report.", set()),
        (f"{STORY}\n\n(with material from Reuters and our own staff in Stuttgart)", set()),
        (STORY, set()),
    ],
)
def test_a_credit_for_the_whole_text(text: str, names: set[str]) -> None:
    assert wire(reading(None, "a", text)).names == names


def test_the_agency_s_own_page() -> None:
    found = reading(None, "a", f"HEILBRONN, Germany (AP) - {STORY}")
    assert wire(found).foreign
    for outlet, foreign in (("AP News", False), ("Heilbronn Press", True)):
        page = msgspec.structs.replace(found, annotation=msgspec.structs.replace(found.annotation, outlet=outlet))
        assert wire(page).foreign == foreign
