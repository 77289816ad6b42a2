"""Where the pages of the figures are."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from django.urls import reverse
from django.utils.text import slugify

from frankpledge.evidence.released import Release
from frankpledge.public.addresses import CODE
from frankpledge.public.showing.figures.changes import Line


@dataclass(frozen=True)
class Figures:
    slug: str
    # Partnerships that show the figures of districts, by the district's code.
    others: Mapping[str, str] = field(default_factory=dict)
    # Of several areas, the one that was chosen, and those that can be.
    area: str = ""
    ours: frozenset[str] = frozenset()

    def home(self) -> str:
        return self.of_area(reverse("public:figures", args=[self.slug]), self.area)

    def type(self, name: str) -> str:
        return self.of_area(
            reverse("public:figures-type", args=[self.slug, slugify(name)]), self.area
        )

    def of_area(self, address: str, area: str) -> str:
        return f"{address}?area={area}" if area else address

    def ward(self, code: str) -> str:
        """Empty where a code of somebody's own making fits no address."""
        if not re.fullmatch(CODE, code):
            return ""
        return reverse("public:figures-ward", args=[self.slug, code])

    def months(self) -> str:
        return self.of_area(reverse("public:figures-months", args=[self.slug]), self.area)

    def places(self) -> str:
        return self.of_area(reverse("public:figures-places", args=[self.slug]), self.area)

    def link(self, release: Release) -> Callable[[str], str]:
        """A district has pages of its own only with its own partnership."""
        return self.ward if release.kind == "ward" else self.other

    def other(self, code: str) -> str:
        if code in self.ours:
            return self.of_area(reverse("public:figures", args=[self.slug]), code)
        slug = self.others.get(code)
        return reverse("public:figures", args=[slug]) if slug else ""

    def typed(self, line: Line) -> Line:
        return replace(line, url=self.type(line.name))

    def placed(self, line: Line, release: Release) -> Line:
        return replace(line, url=self.link(release)(line.code)) if line.code else line


def type_called(release: Release, word: str) -> str | None:
    return next((name for name in release.types if slugify(name) == word), None)
