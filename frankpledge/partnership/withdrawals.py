"""Removing a text that the law says must not be kept from what a partnership knows of people."""

from frankpledge.partnership.models import (
    Contact,
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
    elsewhere = Contact.objects.exclude(partnership=partnership).values("person")
    # Somebody whom another partnership knows as well keeps the name by which it knows them.
    only_here = Person.objects.filter(contacts__partnership=partnership, account__isnull=True)
    only_here = only_here.exclude(pk__in=elsewhere)
    ids = list(only_here.values_list("pk", flat=True))
    count = remove_from_rows(Person, {"pk__in": ids}, words)
    return count + sum(remove_from_rows(model, {path: partnership}, words) for model, path in ROWS)
