"""Freezes made up as plain data: as many promises, outcomes and charts as a test wants."""

import datetime
from typing import Any

from frankpledge.papers.audiences import KEYS
from frankpledge.papers.given import Given
from frankpledge.papers.source import Source, Whose, source_of

Doc = dict[str, Any]
AT = datetime.datetime(2026, 10, 22, 9, 30, tzinfo=datetime.UTC)
HASH = "3f9a61c2" + "0" * 56
RATINGS = (
    (1, "Stuck", "square", "madder", 1, False, "delayed"),
    (2, "Slipping", "triangle", "amber", 2, False, "in-progress"),
    (3, "On track", "circle", "lincoln", 3, True, "in-progress"),
    (4, "Done", "tick", "ink", 4, True, "complete"),
)
VERBS = ["Visit", "Mend", "Light", "Train", "Offer", "Answer", "Halve", "Clear"]


def sections(*, promises: int = 4, outcomes: int = 2, charts: int = 1, headings: int = 2) -> Doc:
    """`outcomes` a promise. Every promise has a lead, an update agreed and a judgement."""
    actions = [action(pk, outcomes) for pk in range(1, promises + 1)]
    plan = {
        "pk": 1,
        "title": "The plan, 2026 to 2029",
        "starts": "2026-04-01",
        "ends": "2029-03-31",
        "status": "adopted",
        "introduction": "We promised this together, and say every quarter how it goes.",
        "funding_note": "The Commissioner gives £148,000 a year.",
        "adopted_on": "2026-03-12",
        "adopted_by": "The board, minute 5.4",
        "ended_on": None,
        "ended_why": "",
        "partnership": "Safer Marsh",
        "follows": None,
        "slices": [],
        "ratings": [rating(*one) for one in RATINGS],
        "priorities": [priority(pk, actions, headings) for pk in range(1, headings + 1)],
        "actions": actions,
        "revisions": [],
    }
    return {
        "plan": plan,
        "round": round_(actions),
        "public": public(actions),
        "papers": {"leads": leads(actions), "fresh": fresh(actions)},
        "judgements": {"as_at": "2026-10-22", "generation": "2", "outcomes": judged(actions)},
        "evidence": evidence(charts),
    }


def source(found: Doc | None = None, *, audience: str = "board", **more: Any) -> Source:
    given = more.pop("given", Given(meeting="12 November 2026, 2pm", author="Coordinator"))
    whose = more.pop("whose", Whose("Safer Marsh", "Community Safety Partnership", "Marsh"))
    facts = {"at": AT, "hash": HASH, **more}
    return source_of(
        found or sections(), whose=whose, audience=KEYS[audience], given=given, **facts
    )


def rating(
    pk: int, label: str, shape: str, colour: str, severity: int, is_good: bool, implies: str
) -> Doc:
    return {
        "pk": pk,
        "label": label,
        "meaning": f"It is {label.lower()}.",
        "shape": shape,
        "colour": colour,
        "severity": severity,
        "is_good": is_good,
        "implies": implies,
    }


def priority(pk: int, actions: list[Doc], headings: int) -> Doc:
    placed = [one for one in actions if one["pk"] % headings == pk % headings]
    return {
        "pk": pk,
        "parent_id": None,
        "ref": str(pk),
        "title": f"Fair trade {pk}",
        "about": "Theft from shops",
        "indicators": ["Thefts from shops"],
        "struck_on": None,
        "struck_why": "",
        "leads": [lead("Police, Inspector")],
        "alignments": [],
        "placements": [
            {
                "action_id": one["pk"],
                "ref": one["ref"],
                "is_base": True,
                "variants": {},
                "only_outcomes": [],
            }
            for one in placed
        ],
    }


def lead(who: str, part: str = "lead") -> Doc:
    return {
        "part": part,
        "everyone": False,
        "printed": "",
        "name_is_public": False,
        "who": who,
    }


def action(pk: int, outcomes: int) -> Doc:
    verb = VERBS[pk % len(VERBS)]
    made = [outcome(pk * 100 + at, at, pk) for at in range(1, outcomes + 1)]
    return {
        "pk": pk,
        "ref": f"{pk % 2 or 2}.{pk}",
        "kind": "core",
        "aim": "",
        "words": f"{verb} every shop hit {pk} times in a quarter within ten working days",
        "points": [],
        "resources": ["£6,000 of the reserve"],
        "audience": "public",
        "carried_from_id": None,
        "state": "not-stated" if made else "in-progress",
        "rating_id": None if made else 3,
        "said_on": "2026-10-06",
        "closed_on": None,
        "closed_by": "",
        "closed_why": "",
        "leads": [lead("Police, Ingrid Penhaligon"), lead("Marsh Traders", "support")],
        "timescales": [timescale("March 2027")],
        "outcomes": made,
        "standings": [] if made else [standing(3, "Nine of eleven.")],
        "links": [],
    }


def timescale(printed: str) -> Doc:
    return {
        "printed": printed,
        "kind": "date",
        "starts": None,
        "due": "2027-03-31",
        "every": None,
        "unit": "",
        "condition": "",
        "forecast": None,
        "forecast_why": "A van broke down",
        "group": None,
    }


def outcome(pk: int, number: int, promise: int) -> Doc:
    here = RATINGS[(promise + number) % len(RATINGS)]
    return {
        "pk": pk,
        "number": number,
        "words": f"Nine in ten visited in time, part {number}",
        "state": here[6],
        "rating_id": here[0],
        "said_on": "2026-10-06",
        "closed_on": None,
        "closed_by": "",
        "closed_why": "",
        "targets": [],
        "timescales": [],
        "standings": [standing(here[0], f"31 of 38 visits in time for {pk}.")],
    }


def standing(rating_id: int, words: str, *, public: bool = True) -> Doc:
    return {
        "state": "in-progress",
        "rating": RATINGS[rating_id - 1][1],
        "words": words,
        "words_only": False,
        "words_are_public": public,
        "public_words": "",
        "condition": "Once the van is back",
        "said_on": "2026-10-06",
        "said_by": "Inspector",
        "said_by_is_name": False,
        "typed_by": "",
        "period": "2026-07-01",
        "figure": None,
        "of": None,
        "no_figure_because": "",
    }


def round_(actions: list[Doc]) -> Doc:
    return {
        "pk": 1,
        "plan_id": 1,
        "starts": "2026-07-01",
        "ends": "2026-09-30",
        "requests": [{"pk": 1, "called": "Inspector", "items": [item(one) for one in actions]}],
        "strikes": [],
    }


def strike(action: int, outcome: int | None = None, **more: Any) -> Doc:
    return {
        "pk": action,
        "action_id": action,
        "outcome_id": outcome,
        "why": "The scheme has ended.",
        "at": "2026-10-04T09:30:00+00:00",
        "by": "Alice Archer",
        "withdrawn_at": None,
        "decided": "",
        "round": {"pk": 7, "starts": "2026-04-01", "ends": "2026-06-30"},
        **more,
    }


def item(one: Doc) -> Doc:
    pk = one["pk"]
    said = {
        "pk": pk,
        "happened": f"We went to {pk} shops.",
        "why": f"Two officers were lent away in week {pk}.",
        "next_step": "One officer for each parade.",
        "help_needed": "A van",
        "help_from": "Council",
        "no_change": False,
        "said_on": "2026-10-06",
        "is_late": False,
        "outcomes": [],
        "raised": [],
    }
    verdict = {
        "pk": pk,
        "answer_id": pk,
        "kind": "agreed",
        "is_public": False,
        "public_words": "",
        "words": "",
        "undone_at": None,
    }
    return {"pk": pk, "action_id": pk, "answers": [said], "verdicts": [verdict]}


def public(actions: list[Doc]) -> Doc:
    return {
        "priorities": [{"id": pk, "leads": ["Police"]} for pk in (1, 2)],
        "actions": {
            str(one["pk"]): {"leads": ["Police"], "support": ["Marsh Traders"]} for one in actions
        },
    }


def leads(actions: list[Doc]) -> Doc:
    wide = {"lead": ["Police"], "support": ["Marsh Traders"]}
    near = {"lead": ["Police, Inspector"], "support": ["Marsh Traders"]}
    told = {"BOARD": near, "POLICING_BODY": near, "MEMBERS": near, "PUBLIC": wide}
    return {str(one["pk"]): told for one in actions}


def fresh(actions: list[Doc]) -> Doc:
    tally = ["on", "late", "none", "on"]
    return {str(one["pk"]): {"key": "answered", "tally": tally} for one in actions}


def judged(actions: list[Doc]) -> Doc:
    found = [each for one in actions for each in one["outcomes"]]
    return {str(each["pk"]): judgement(each["pk"]) for each in found}


def judgement(pk: int) -> Doc:
    return {
        "target": "Nine in ten",
        "indicator": "Visits in time",
        "verdict": "off course",
        "sentence": "Visits in time: off course.",
        "why": "31 of 38 so far.",
        "observed": 0.81,
        "low": 0.7,
        "high": 0.9,
        "odds": 0.25,
        "odds_words": "about 1 in 4",
        "workings": [["Observed", "31 of 38"], ["Model", "binomial"]],
        "model": "binomial",
        "notes": [],
        "signal": {"key": "worse", "words": f"Worse: thefts rising ({pk})"},
        "chart": None,
        "told": ["Source: the visits log."],
        "disagreement": "",
        "deviation": None,
    }


def evidence(charts: int) -> Doc:
    rows = [("Shoplifting", 297, 382, True, "rose by 85, to 382"), ("Arson", 68, 70, False, "")]
    return {
        "area": "Marsh",
        "sentence": "Of 2, 1 rose more than chance explains.",
        "told": ["Source: police.uk street-level crime.", "Cut-off: 21 October 2026."],
        "before": "October 2024 to September 2025",
        "after": "October 2025 to September 2026",
        "rows": [
            {
                "type": kind,
                "before": before,
                "after": after,
                "difference": after - before,
                "clear": clear,
                "words": f"{after - before} more",
                "sentence": f"{kind} {words or 'hardly moved'}. Chance alone would do as much.",
            }
            for kind, before, after, clear, words in rows
        ],
        "charts": [chart(at) for at in range(charts)],
    }


def chart(at: int) -> Doc:
    months = [f"{2023 + (month + 3) // 12}-{(month + 3) % 12 + 1:02}" for month in range(42)]
    counts = [20 + (month * (7 + at) % 11) for month in range(42)]
    return {
        "what": f"Shoplifting {at + 1}",
        "title": f"Ten months running above the usual, chart {at + 1}",
        "told": ["Source: police.uk street-level crime."],
        "months": months,
        "counts": counts,
        "mean": 25.0,
        "low": 12.0,
        "high": 38.0,
        "signals": [40, 41],
        "kinds": ["concern" if month > 39 else "" for month in range(42)],
        "words": "Worse",
    }
