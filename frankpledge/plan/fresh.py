"""Freshness by rounds, where a partnership has rounds. The room that keeps them tells it here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from frankpledge.plan.models import Plan
from frankpledge.plan.when import Freshness


@dataclass(frozen=True)
class Asked:
    """How the newest round stands for a promise, and the last four, oldest first."""

    key: str
    tally: tuple[str, ...]


Told = Mapping[int, Asked]
Provider = Callable[[Plan, Iterable[int] | None], Told | None]
_providers: list[Provider] = []


def tells_freshness(provider: Provider) -> Provider:
    _providers.append(provider)
    return provider


def asked(plan: Plan, actions: Iterable[int] | None = None) -> Told | None:
    """By promise; nothing where there were no rounds yet."""
    for provider in _providers:
        if (told := provider(plan, actions)) is not None:
            return told
    return None


def by_rounds(freshness: Freshness, told: Told | None, action: int) -> Freshness:
    """The same, by what was asked; as it is where there were no rounds."""
    if told is None:
        return freshness
    of = told.get(action)
    if of is None:
        return replace(freshness, quarters=("unasked",), asked="not-asked")
    return replace(freshness, quarters=of.tally, asked=of.key)
