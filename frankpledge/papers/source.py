"""What a paper is written from: one freeze as one audience may see it, and nothing else. Pure."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from frankpledge.language.states import DECIDED
from frankpledge.papers.audiences import Audience, LeftOut, sees
from frankpledge.papers.blocks import Logo
from frankpledge.papers.given import Given
from frankpledge.papers.holding import held_annex
from frankpledge.papers.redacting import Redactor, without_withdrawn

Doc = dict[str, Any]


@dataclass(frozen=True)
class Whose:
    """The partnership, as it was when the paper was asked for."""

    name: str
    strapline: str = ""
    place: str = ""
    colour: str = ""
    logo: Logo | None = None
    help_words: str = ""


@dataclass(frozen=True)
class Raised:
    kind: str
    ref: str
    promise: str
    lead: str
    words: str


@dataclass(frozen=True)
class Source:
    whose: Whose
    audience: Audience
    given: Given
    plan: Doc
    at: datetime.datetime
    hash: str = ""  # empty: not frozen, so a draft
    round: Doc | None = None
    judgements: dict[int, Doc] = field(default_factory=dict)
    evidence: Doc | None = None
    annex: Doc | None = None  # tables beside the evidence: by ward, by season, what was done
    fresh: dict[int, Doc] = field(default_factory=dict)
    answers: dict[int, Doc] = field(default_factory=dict)  # agreed, by promise
    unreported: dict[int, str] = field(default_factory=dict)  # why, by promise
    raised: tuple[Doc, ...] = ()
    strikes: tuple[Doc, ...] = ()  # what the board is asked to strike, and has not decided
    before: Doc | None = None  # the plan as the round before has it
    before_words: str = ""
    before_signals: dict[int, str] = field(default_factory=dict)  # by outcome, as words
    lacking: tuple[str, ...] = ()  # parts that this freeze has not
    left_out: tuple[LeftOut, ...] = ()

    @property
    def is_draft(self) -> bool:
        return not self.hash

    @property
    def period(self) -> str:
        if self.round is None:
            return ""
        return period_words(self.round["starts"], self.round["ends"])


def period_words(first: str, last: str) -> str:
    """'July to September 2026', of the dates that a freeze holds."""
    starts, ends = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    if (starts.year, starts.month) == (ends.year, ends.month):
        return f"{starts:%B %Y}"
    if starts.year == ends.year:
        return f"{starts:%B} to {ends:%B %Y}"
    return f"{starts:%B %Y} to {ends:%B %Y}"


LATER = {"judgements": "What the figures say of each target", "evidence": "The evidence"}


def source_of(
    sections: Mapping[str, Any],
    *,
    whose: Whose,
    audience: Audience,
    given: Given,
    at: datetime.datetime,
    hash: str = "",  # noqa: A002 - it is the freeze's
    before: Mapping[str, Any] | None = None,
    before_words: str = "",
    before_judged: Mapping[str, Any] | None = None,
) -> Source:
    """Sections by name, as the freeze holds them or as a freeze made now would."""
    found = without_withdrawn(dict(sections))
    redactor = Redactor(audience)
    extra, public = found.get("papers") or {}, found.get("public") or {}
    plan = redactor.plan(found["plan"], extra, public)
    here = {one["pk"] for one in plan["actions"]}
    answers, unreported, raised = _answers(found.get("round"), here, redactor)
    judged = (found.get("judgements") or {}).get("outcomes", {})
    outcomes = {o["pk"] for action in plan["actions"] for o in action["outcomes"]}
    return Source(
        whose=whose,
        audience=audience,
        given=replace(given, annex_words=redactor.see("annex.words", given.annex_words, {})),
        plan=plan,
        at=at,
        hash=hash,
        round=found.get("round"),
        judgements={
            int(pk): redactor.judgement(one) for pk, one in judged.items() if int(pk) in outcomes
        },
        evidence=found.get("evidence"),
        annex=held_annex(found.get("annex"), audience),
        fresh={int(pk): one for pk, one in extra.get("fresh", {}).items() if int(pk) in here},
        answers=answers,
        unreported=unreported,
        raised=raised,
        strikes=_strikes(found.get("round"), plan["actions"], redactor),
        before=_before(before, audience, here),
        before_words=before_words,
        before_signals=_signals(before_judged, outcomes, audience),
        lacking=tuple(words for name, words in LATER.items() if not found.get(name)),
        left_out=redactor.left_out,
    )


def _signals(
    judged: Mapping[str, Any] | None, outcomes: set[int], audience: Audience
) -> dict[int, str]:
    """What figures said in the round before: 'Worse: thefts from shops rising'."""
    if not judged or not sees("judgement.signal", audience):
        return {}
    told = {int(pk): one.get("signal") for pk, one in judged.get("outcomes", {}).items()}
    return {pk: str(one["words"]) for pk, one in told.items() if one and pk in outcomes}


def _before(plan: Mapping[str, Any] | None, audience: Audience, here: set[int]) -> Doc | None:
    """The promises that this audience sees now, as they stood then."""
    if plan is None:
        return None
    made = Redactor(audience).plan(without_withdrawn(dict(plan)), {}, {})
    return {**made, "actions": [one for one in made["actions"] if one["pk"] in here]}


def _answers(
    round_: Doc | None, here: set[int], redactor: Redactor
) -> tuple[dict[int, Doc], dict[int, str], tuple[Doc, ...]]:
    """What was agreed, what was not reported and what was raised and confirmed."""
    answers: dict[int, Doc] = {}
    unreported: dict[int, str] = {}
    raised: list[Doc] = []
    items = [item for request in (round_ or {}).get("requests", []) for item in request["items"]]
    for item in items:
        action = item["action_id"]
        if action not in here:
            continue
        by_pk = {one["pk"]: one for one in item["answers"]}
        verdict = _counting(item["verdicts"])
        if verdict and verdict["kind"] == "agreed" and verdict["answer_id"] in by_pk:
            answers[action] = redactor.answer(by_pk[verdict["answer_id"]], verdict)
        elif verdict and verdict["kind"] == "not-reported":
            unreported[action] = redactor.see("unreported.why", verdict["words"])
        for one in item["answers"]:
            raised += _raised(action, one["raised"], redactor)
    return answers, unreported, tuple(raised)


def _strikes(round_: Doc | None, actions: list[Doc], redactor: Redactor) -> tuple[Doc, ...]:
    """Of what this audience sees and the plan has not ended: by whom, since when and why."""
    states = {one["pk"]: one["state"] for one in actions}
    states_in = {o["pk"]: o["state"] for one in actions for o in one["outcomes"]}
    made = []
    for one in (round_ or {}).get("strikes", []):  # freezes of before have none
        if one["action_id"] not in states or one["withdrawn_at"] or one["decided"]:
            continue
        state = states_in.get(one["outcome_id"]) or states[one["action_id"]]
        why = redactor.see("strike.why", one["why"])
        if why and state not in DECIDED and states[one["action_id"]] not in DECIDED:
            made.append({**one, "why": why})
    return tuple(made)


def _counting(verdicts: list[Doc]) -> Doc | None:
    standing = [one for one in verdicts if not one["undone_at"]]
    return max(standing, key=lambda one: int(one["pk"]), default=None)


def _raised(action: int, found: list[Doc], redactor: Redactor) -> list[Doc]:
    made = []
    for one in found:
        if one["decided"] != "confirmed":
            continue
        words = redactor.see("raised.words", one["for_the_board"] or one["words"])
        if words:
            made.append({"action": action, "kind": one["kind"], "words": words})
    return made
