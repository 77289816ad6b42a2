"""The promises of a source, ready to be written of: how each stands, in words and marks. Pure."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from frankpledge.language.states import DECIDED, TO_COME
from frankpledge.papers.source import Doc, Source
from frankpledge.plan.showing import Scale, Shown
from frankpledge.plan.when import FRESHNESS_WORDS

SHORT = 90


@dataclass(frozen=True)
class Outcome:
    pk: int
    number: int | None
    words: str
    shown: Shown
    targets: tuple[str, ...]
    judged: Doc | None
    closed: str = ""

    @property
    def label(self) -> str:
        return f"{self.number}. {self.words}" if self.number is not None else self.words


@dataclass(frozen=True)
class Promise:
    pk: int
    ref: str
    aim: str
    words: str
    points: tuple[str, ...]
    lead: str
    support: str
    when: str
    resources: tuple[str, ...]
    shown: Shown
    outcomes: tuple[Outcome, ...]
    answer: Doc | None
    unreported: str | None
    fresh: Doc | None
    said: tuple[Doc, ...]  # newest first, as this audience may read it
    closed_on: str = ""
    closed_why: str = ""

    @property
    def falls(self) -> Shown | None:
        """How it falls short: the worst of its open outcomes that do, and how many.

        What has not begun, or of which nothing was said, falls short of nothing.
        """
        if not self.shown.is_open:
            return None
        told = [one.shown for one in self.outcomes] or [self.shown]
        short = [one for one in told if _falls_short(one)]
        if not short:
            return None
        worst = min(short, key=lambda one: one.badness)
        alike = sum(one.label == worst.label for one in short)
        says = f"{alike} of {len(told)}" if len(told) > 1 else ""
        return replace(worst, says=says)

    @property
    def short(self) -> str:
        return self.words if len(self.words) <= SHORT else self.words[: SHORT - 1].rstrip() + "…"

    @property
    def missed(self) -> bool:
        return self.unreported is not None or (self.fresh or {}).get("key") == "missed"

    @property
    def last_words(self) -> str:
        if self.answer and self.answer["happened"]:
            return str(self.answer["happened"])
        return next((str(one["words"]) for one in self.said if one["words"]), "")

    @property
    def fresh_words(self) -> str:
        key = str((self.fresh or {}).get("key") or "")
        said = day_in_short(self.shown.said_on)
        if key in ("answered", "answered-late"):
            late = ", late" if key == "answered-late" else ""
            return f"Said {said}{late}" if said else FRESHNESS_WORDS[key]
        if key:
            return FRESHNESS_WORDS.get(key, key)
        return f"Said {said}" if said else "Nothing said yet"


@dataclass(frozen=True)
class Priority:
    pk: int
    ref: str
    title: str
    about: str
    leads: tuple[str, ...]
    indicators: tuple[str, ...]
    alignments: tuple[Doc, ...]
    struck: str
    promises: tuple[Promise, ...] = field(default=())

    @property
    def name(self) -> str:
        return f"{self.ref} {self.title}".strip()


def priorities_of(source: Source) -> list[Priority]:
    """In the plan's order, each with its promises; what stands under none comes last."""
    promises = {one.pk: one for one in promises_of(source)}
    placed: set[int] = set()
    found = []
    for one in source.plan["priorities"]:
        here = [_variant(promises[p["action_id"]], p) for p in one["placements"]]
        placed |= {each.pk for each in here}
        found.append(
            Priority(
                pk=one["pk"],
                ref=one["ref"],
                title=one["title"],
                about=one["about"],
                leads=tuple(one["leads"]),
                indicators=tuple(one["indicators"]),
                alignments=tuple(one["alignments"]),
                struck=one["struck_why"] if one["struck_on"] else "",
                promises=tuple(here),
            )
        )
    loose = tuple(one for pk, one in promises.items() if pk not in placed)
    if loose:
        found.append(Priority(0, "", "Under no priority", "", (), (), (), "", loose))
    return found


def _variant(promise: Promise, placement: Doc) -> Promise:
    only = set(placement["only_outcomes"])
    differs = placement["variants"]
    return replace(
        promise,
        ref=placement["ref"] or promise.ref,
        words=differs.get("words") or differs.get("action") or promise.words,
        aim=differs.get("aim") or promise.aim,
        outcomes=tuple(one for one in promise.outcomes if not only or one.pk in only),
    )


def promises_of(source: Source) -> list[Promise]:
    scale = Scale([_row(one) for one in source.plan["ratings"]])
    return [_promise(one, scale, source) for one in source.plan["actions"]]


def _row(doc: Doc, **more: Any) -> Any:
    return SimpleNamespace(**doc, **more)


def _promise(doc: Doc, scale: Scale, source: Source) -> Promise:
    shown = scale.of_action(_stood(doc), [_stood(one) for one in doc["outcomes"]])
    return Promise(
        pk=doc["pk"],
        ref=doc["ref"],
        aim=doc["aim"],
        words=doc["words"],
        points=tuple(doc["points"]),
        lead="; ".join(doc["lead"]),
        support="; ".join(doc["support"]),
        when="; ".join(one["printed"] for one in doc["timescales"] if one["printed"]),
        resources=tuple(doc["resources"]),
        shown=shown,
        outcomes=tuple(_outcome(one, scale, source) for one in doc["outcomes"]),
        answer=source.answers.get(doc["pk"]),
        unreported=source.unreported.get(doc["pk"]),
        fresh=source.fresh.get(doc["pk"]),
        said=tuple(_newest_first(doc)),
        closed_on=doc["closed_on"] or "",
        closed_why=doc["closed_why"],
    )


def _stood(doc: Doc) -> Any:
    said = doc["said_on"]
    return SimpleNamespace(
        state=doc["state"],
        rating_id=doc["rating_id"],
        said_on=datetime.date.fromisoformat(said) if said else None,
    )


def _outcome(doc: Doc, scale: Scale, source: Source) -> Outcome:
    return Outcome(
        pk=doc["pk"],
        number=doc["number"],
        words=doc["words"],
        shown=scale.shown(_stood(doc)),
        targets=tuple(one["printed"] for one in doc["targets"]),
        judged=source.judgements.get(doc["pk"]),
        closed=doc["closed_why"] if doc["state"] in DECIDED else "",
    )


def _newest_first(doc: Doc) -> list[Doc]:
    said = [*doc["standings"], *(s for one in doc["outcomes"] for s in one["standings"])]
    return sorted(said, key=lambda one: one["said_on"] or "", reverse=True)


def _falls_short(shown: Shown) -> bool:
    return shown.is_open and not shown.is_good and shown.state not in TO_COME


def off_course(promises: Iterable[Promise]) -> list[tuple[Promise, Shown]]:
    """Each with how it falls short, worst first."""
    found = [(one, one.falls) for one in promises]
    short = [(one, falls) for one, falls in found if falls]
    return sorted(short, key=lambda pair: (pair[1].badness, natural(pair[0].ref)))


def silent(promises: Iterable[Promise]) -> list[Promise]:
    """Those of which nothing was reported, where that is no good news."""
    found = [one for one in promises if one.missed and one.shown.is_open and not one.shown.is_good]
    return sorted(found, key=lambda one: (one.shown.badness, natural(one.ref)))


def natural(ref: str) -> list[tuple[int, str]]:
    """2.10 comes after 2.9."""
    return [(int(part) if part.isdigit() else 0, part) for part in ref.replace("-", ".").split(".")]


def day_in_short(day: datetime.date | None) -> str:
    return f"{day.day} {day:%b}" if day else ""


def day_in_words(day: str) -> str:
    found = datetime.date.fromisoformat(day[:10])
    return f"{found.day} {found:%B %Y}"
