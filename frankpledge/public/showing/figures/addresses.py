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

    def home(self) -> str:
        return reverse("public:figures", args=[self.slug])

    def type(self, name: str) -> str:
        return reverse("public:figures-type", args=[self.slug, slugify(name)])

    def ward(self, code: str) -> str:
        """Empty where a code of somebody's own making fits no address."""
        if not re.fullmatch(CODE, code):
            return ""
        return reverse("public:figures-ward", args=[self.slug, code])

    def months(self) -> str:
        return reverse("public:figures-months", args=[self.slug])

    def places(self) -> str:
        return reverse("public:figures-places", args=[self.slug])

    def link(self, release: Release) -> Callable[[str], str]:
        """A district has pages of its own only with its own partnership."""
        return self.ward if release.kind == "ward" else self.other

    def other(self, code: str) -> str:
        slug = self.others.get(code)
        return reverse("public:figures", args=[slug]) if slug else ""

    def typed(self, line: Line) -> Line:
        return replace(line, url=self.type(line.name))

    def placed(self, line: Line, release: Release) -> Line:
        return replace(line, url=self.link(release)(line.code)) if line.code else line


def type_called(release: Release, word: str) -> str | None:
    return next((name for name in release.types if slugify(name) == word), None)
