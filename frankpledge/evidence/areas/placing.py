"""Into which areas of today an LSOA of any vintage is placed: worked out in each generation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# A district without a county above it is its own upper tier, unless its code says otherwise.
TWO_TIER = "E07"


@dataclass(frozen=True)
class AreaRow:
    pk: int
    code: str
    kind: str
    vintage: int
    name: str
    parent: int | None
    followed_by: int | None


@dataclass(frozen=True)
class Place:
    lsoa: str
    lsoa_now: str | None
    lsoa_name: str
    msoa: str | None
    ward: str | None
    district: str | None
    county: str | None
    is_split: bool
    is_ward_split: bool


class Atlas:
    """All areas at once, and how they hang together."""

    def __init__(
        self,
        areas: Sequence[AreaRow],
        links: Iterable[tuple[int, int]],
        residents: Mapping[str, int],
    ) -> None:
        self.by_pk = {area.pk: area for area in areas}
        self.by_code = newest(areas)
        self.vintages: dict[str, set[int]] = defaultdict(set)
        for area in areas:
            self.vintages[area.code].add(area.vintage)
        self.residents = residents
        self.up: dict[str, list[AreaRow]] = defaultdict(list)
        for lower, upper in links:
            self.up[self.by_pk[lower].code].append(self.by_pk[upper])
        self.latest = self._latest_vintages()
        self.msoa_named = {a.name: a for a in self.by_code.values() if a.kind == "msoa"}

    def _latest_vintages(self) -> dict[tuple[str, str | None], int]:
        latest: dict[tuple[str, str | None], int] = defaultdict(int)
        for area in self.by_code.values():
            group = (area.kind, self.district_of(area))
            latest[group] = max(latest[group], area.vintage)
            # Those of no known district are measured by all.
            if group[1]:
                latest[area.kind, None] = max(latest[area.kind, None], area.vintage)
        return latest

    def is_current(self, area: AreaRow) -> bool:
        if area.followed_by:
            return False
        if area.kind in ("district", "county"):
            return True
        return area.vintage == self.latest[area.kind, self.district_of(area)]

    def parent_code(self, area: AreaRow) -> str | None:
        return self.by_pk[area.parent].code if area.parent else None

    def today(self, area: AreaRow) -> AreaRow:
        """Through mergers to whoever is there now; a ring of them would be a mistake of a file."""
        seen = {area.code}
        while area.followed_by:
            area = self.by_code[self.by_pk[area.followed_by].code]
            if area.code in seen:
                break
            seen.add(area.code)
        return area

    def district_of(self, area: AreaRow) -> str | None:
        code = self.parent_code(area)
        return self.today(self.by_code[code]).code if code else None

    def county_of(self, district: str | None) -> str | None:
        if district is None:
            return None
        above = self.parent_code(self.by_code[district])
        if above:
            return above
        return None if district.startswith(TWO_TIER) else district

    def place(self, area: AreaRow) -> Place:
        candidates = self._lsoas_of_today(area)
        now = min(candidates, key=lambda each: self._rank(area, each), default=None)
        district = (self.district_of(now) if now else None) or self.district_of(area)
        return Place(
            lsoa=area.code,
            lsoa_now=now.code if now else None,
            lsoa_name=area.name,
            msoa=self._msoa(now) if now else None,
            ward=self._upper(now, "ward") if now else None,
            district=district,
            county=self.county_of(district),
            is_split=len(candidates) > 1,
            is_ward_split=len({self._upper(each, "ward") for each in candidates}) > 1,
        )

    def _lsoas_of_today(self, area: AreaRow) -> list[AreaRow]:
        if self.is_current(area):
            return [area]
        later = {each.code: self.by_code[each.code] for each in self.up[area.code]}
        return [each for each in later.values() if each.kind == "lsoa" and self.is_current(each)]

    def _rank(self, older: AreaRow, area: AreaRow) -> tuple[bool, int, str]:
        """In its own district first: a sliver that went to a neighbour takes no rows with it."""
        own = self.district_of(older)
        elsewhere = own is not None and self.district_of(area) != own
        return elsewhere, -self.residents.get(area.code, 0), area.code

    def _upper(self, area: AreaRow, kind: str) -> str | None:
        found = [each for each in self.up[area.code] if each.kind == kind and self.is_current(each)]
        return max(found, key=lambda each: each.vintage).code if found else None

    def _msoa(self, area: AreaRow) -> str | None:
        # An LSOA is named after its MSOA, with one letter more: 'Broxbourne 004A'.
        by_name = self.msoa_named.get(area.name[:-1])
        return self._upper(area, "msoa") or (by_name.code if by_name else None)


def newest(areas: Iterable[AreaRow]) -> dict[str, AreaRow]:
    return {area.code: area for area in sorted(areas, key=lambda area: area.vintage)}


def places(atlas: Atlas) -> list[Place]:
    found = [atlas.place(area) for area in atlas.by_code.values() if area.kind == "lsoa"]
    return sorted(found, key=lambda place: place.lsoa)


Sizes = dict[tuple[str, int], tuple[int | None, int | None]]


def sums(atlas: Atlas, placed: Iterable[Place], sizes: Sizes) -> Sizes:
    """Sizes of what LSOAs make up, where every one of them has one for the year.

    LSOAs of an older vintage make up districts and counties; wards and MSOAs are made of today's.
    """
    inside: dict[tuple[str, int], list[str]] = defaultdict(list)
    for place in placed:
        uppers = [place.district, place.county]
        for vintage in atlas.vintages[place.lsoa]:
            is_today = place.lsoa == place.lsoa_now and vintage == atlas.by_code[place.lsoa].vintage
            for upper in [*uppers, *([place.ward, place.msoa] if is_today else [])]:
                if upper:
                    inside[upper, vintage].append(place.lsoa)
    found: Sizes = {}
    years = sorted({year for _, year in sizes})
    for (upper, _), lsoas in sorted(inside.items()):
        for year in years:
            if (upper, year) not in sizes and (total := _total(lsoas, year, sizes)):
                found[upper, year] = total
    return found


def _total(lsoas: list[str], year: int, sizes: Sizes) -> tuple[int | None, int | None] | None:
    both = [sizes.get((lsoa, year), (None, None)) for lsoa in lsoas]
    total = _sum([one for one, _ in both]), _sum([other for _, other in both])
    return None if total == (None, None) else total


def _sum(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
