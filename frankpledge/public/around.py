"""What stands round the content of every public page."""

from typing import Any

from django.urls import reverse

from frankpledge.evidence.queries import is_shown
from frankpledge.partnership.brand import brand
from frankpledge.partnership.models import Partnership
from frankpledge.public.finding import Published, plan_address
from frankpledge.public.words import shortened


def around(partnership: Partnership, here: str = "") -> dict[str, Any]:
    slug, figures = partnership.slug, _figures(partnership, here)
    return {
        "partnership": partnership,
        "home_url": reverse("public:plan", args=[slug]),
        "nav": [
            _item("Our promises", "public:plan", slug, here),
            *figures,
            _item("How we keep our word", "public:record", slug, here),
        ],
        "feed_url": reverse("public:feed", args=[slug]),
        "figures_url": figures[0]["url"] if figures else "",
        "foot_links": [
            _item("Accessibility", "public:accessibility", slug, here),
            _item("Privacy", "public:privacy", slug, here),
            {"words": "Other partnerships", "url": reverse("public:home")},
            {"words": "For those who answer: sign in", "url": f"/desk/{slug}/"},
        ],
        "help_words": partnership.help_words,
        **brand(partnership),
    }


def _figures(partnership: Partnership, here: str) -> list[dict[str, Any]]:
    """Only where the partnership shows them."""
    if not is_shown(partnership):
        return []
    return [_item("Figures", "public:figures", partnership.slug, here)]


def around_host() -> dict[str, Any]:
    return {
        "home_url": reverse("public:home"),
        "foot_links": [
            {"words": "Accessibility", "url": reverse("public:host-accessibility")},
            {"words": "Privacy", "url": reverse("public:host-privacy")},
            {"words": "For those who answer: sign in", "url": "/desk/"},
        ],
    }


def _item(words: str, name: str, slug: str, here: str) -> dict[str, Any]:
    return {"words": words, "url": reverse(name, args=[slug]), "current": name == here}


def crumbs(found: Published, *above: tuple[str, str], here: str) -> list[dict[str, str]]:
    """The way from the plan to this page."""
    way = [(found.body["plan"]["title"], plan_address(found)), *above]
    steps = [{"words": shortened(words, 60), "url": url} for words, url in way]
    return [*steps, {"words": shortened(here, 60)}]
