"""Where things are found. A page of an earlier version links to other pages of that version."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import slugify

# First words of addresses of ours: no partnership may be called by one of them.
RESERVED = frozenset(
    [
        *("accessibility", "account", "admin", "answer", "api", "brand", "county", "demo", "desk"),
        *("healthz", "help", "host", "media", "privacy", "sign-in"),
        "static",
    ]
)

CODE = "[A-Za-z0-9]{1,20}"  # of an area


@dataclass(frozen=True)
class Addresses:
    slug: str
    freeze: int | None = None  # none: whatever was published last

    def plan(self) -> str:
        return self._to("plan")

    def priority(self, priority_id: int) -> str:
        return self._to("priority", priority_id)

    def promise(self, action_id: int) -> str:
        return self._to("promise", action_id)

    def data(self) -> str:
        return self._to("data")

    def figures_of(self, kind: str) -> str:
        return reverse("public:figures-type", args=[self.slug, slugify(kind)])

    def earlier_plan(self, plan_id: int) -> str:
        return reverse("public:earlier-plan", args=[self.slug, plan_id])

    def record(self) -> str:
        return reverse("public:record", args=[self.slug])

    def version(self, freeze_id: int) -> str:
        return reverse("public:published", args=[self.slug, freeze_id])

    def _to(self, name: str, *rest: int) -> str:
        if self.freeze is None:
            return reverse(f"public:{name}", args=[self.slug, *rest])
        named = "published" if name == "plan" else f"published-{name}"
        return reverse(f"public:{named}", args=[self.slug, self.freeze, *rest])
