"""The partnerships of Loamshire that show their evidence to the public; the others have not yet."""

from frankpledge.demo.world import HOST
from frankpledge.evidence import changes, queries
from frankpledge.partnership.queries import partnership_by_slug

SHOWN = ("loamshire", "marshwick", "thornhay")
WHY = "The board agreed that everybody may see what the figures say."


def show_some() -> None:
    for slug in SHOWN:
        partnership = partnership_by_slug(slug)
        if partnership is not None and queries.showing_of(partnership) is None:
            changes.show_to_public(partnership=partnership, by=HOST, why=WHY)
