"""What the builders know while they build: the host's things, and one partnership's."""

from dataclasses import dataclass, field

from frankpledge.demo.days import Days
from frankpledge.partnership.models import (
    GroupPlace,
    Organisation,
    Partnership,
    Person,
    Post,
    Rating,
)
from frankpledge.record.lines import Author, System

HOST = System("The host of Loamshire")


@dataclass
class World:
    days: Days
    organisations: dict[str, Organisation] = field(default_factory=dict)  # by the files' keys


@dataclass
class Place:
    """One partnership, with its people and bodies by the keys its file calls them."""

    world: World
    partnership: Partnership
    by: Author = HOST
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    groups: dict[str, GroupPlace] = field(default_factory=dict)
    ratings: dict[str, Rating] = field(default_factory=dict)  # by label, in small letters

    @property
    def days(self) -> Days:
        return self.world.days

    def organisation(self, key: str) -> Organisation:
        return self.organisations.get(key) or self.world.organisations[key]
