"""How far apart are two places, and can they be the same?"""

import math

from twosource.records import Place

EARTH_KM = 6371.0
REACH_KM = {"point": 5.0, "city": 25.0, "admin1": 200.0, "country": 1000.0, "region": 2000.0}
"""How far from its coordinates a place of each precision may reach; a city's own size and its suburbs, a mid-sized province."""
_ORDER = ("point", "city", "admin1", "country", "region")


def distance_km(a: Place, b: Place) -> float | None:
    """The great-circle distance of two places in kilometres; None where either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return kilometres(a.lat, a.lon, b.lat, b.lon)


def kilometres(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """The great-circle distance of two points given in degrees."""
    north, south = math.radians(lat_a), math.radians(lat_b)
    half = math.sin((south - north) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def same_place(a: Place, b: Place) -> bool | None:
    """Whether two places agree as far as the less exact of them tells: a city agrees with the province and the country it is in.

    None where either is unresolved.
    """
    if a.precision is None or b.precision is None:
        return None
    if a.geonames_id is not None and a.geonames_id == b.geonames_id:
        return True
    if a.country and b.country and a.country != b.country:
        return False
    wide = max(a.precision, b.precision, key=_ORDER.index)
    if wide == "country" and a.country and b.country:
        return True
    if wide == "admin1" and a.admin1 and b.admin1:
        return a.admin1 == b.admin1
    apart = distance_km(a, b)
    return None if apart is None else apart <= REACH_KM[wide]
