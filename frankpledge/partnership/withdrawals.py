"""Removing a text that the law says must not be kept from what a partnership knows of people."""

from frankpledge.partnership.models import (
    Contact,
    Group,
    GroupPlace,
    Membership,
    Partnership,
    Person,
    Post,
    Rating,
    Succession,
)
from frankpledge.record.withdrawals import also_removes, remove_from_rows

ROWS = (
    (Partnership, "pk"),
    (Membership, "partnership"),
    (Contact, "partnership"),
    (Post, "partnership"),
    (GroupPlace, "partnership"),
    (Rating, "partnership"),
    (Succession, "predecessor"),
    (Succession, "successor"),
)


@also_removes
def remove_from_people(chain: str, words: str) -> int:
    partnership = int(chain.partition(":")[2] or 0)
    count = remove_from_rows(Person, {"pk__in": _people_only_of(partnership)}, words)
    count += remove_from_rows(Group, {"pk__in": _groups_only_of(partnership)}, words)
    return count + sum(remove_from_rows(model, {path: partnership}, words) for model, path in ROWS)


# Whoever another partnership knows as well keeps the name by which it knows them.
def _people_only_of(partnership: int) -> list[int]:
    elsewhere = Contact.objects.exclude(partnership=partnership).values("person")
    here = Person.objects.filter(contacts__partnership=partnership, account__isnull=True)
    return list(here.exclude(pk__in=elsewhere).values_list("pk", flat=True))


def _groups_only_of(partnership: int) -> list[int]:
    elsewhere = GroupPlace.objects.exclude(partnership=partnership).values("group")
    here = Group.objects.filter(places__partnership=partnership)
    return list(here.exclude(pk__in=elsewhere).values_list("pk", flat=True))
