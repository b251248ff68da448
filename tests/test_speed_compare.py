"""Does the speed bench of comparing count what it says?"""

from bench.speed_compare import measure
from tests.compare.readings import reading
from twosource.compare.embed import Embedder

TEXT = "Carla Soto said the harbour of Arica was closed on Monday. Nine ships are waiting in the bay, and the cherries spoil."


def test_kinds_are_counted_apart(embedder: Embedder) -> None:
    a, b = reading(embedder, "a", TEXT), reading(embedder, "b", TEXT)
    other = reading(embedder, "c", "The museum of Graz bought a painting by an unknown master.")
    found = measure([(a, b), (a, other), (b, other)])
    assert {kind: count for kind, (count, _) in found.items()} == {"derived": 1, "others": 2}
    assert all(seconds > 0 for _, seconds in found.values())
