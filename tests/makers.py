"""Small makers for tests that need a partnership and somebody in it, through the real changes."""

import itertools
from typing import Any

from frankpledge.partnership import changes
from frankpledge.partnership.models import Account, Organisation, Partnership, Person
from frankpledge.record.lines import System

CLERK = System("The clerk")
_numbers = itertools.count(1)


def a_partnership(slug: str = "", **words: Any) -> Partnership:
    slug = slug or f"hundred-{next(_numbers)}"
    name = words.pop("name", slug.replace("-", " ").title())
    return changes.open_partnership(slug=slug, name=name, by=CLERK, **words)


def an_organisation(name: str = "", kind: str = "council") -> Organisation:
    name = name or f"Parish {next(_numbers)} Council"
    return changes.add_organisation(name=name, kind=kind, by=CLERK)


def a_person(name: str = "", partnership: Partnership | None = None) -> Person:
    name = name or f"Ann Reeve {next(_numbers)}"
    return changes.add_person(name=name, partnership=partnership, by=CLERK)


def somebody(partnership: Partnership, role: str, name: str = "", email: str = "") -> Account:
    """Somebody who signs in and has this role."""
    person = a_person(name, partnership)
    email = email or f"reeve{person.pk}@example.org"
    account = changes.open_account(person=person, email=email, by=CLERK)
    changes.give_role(partnership=partnership, person=person, role=role, by=CLERK)
    return account


def a_host(email: str = "host@example.org") -> Account:
    return changes.open_account(person=a_person("Hob Steward"), email=email, is_host=True, by=CLERK)
