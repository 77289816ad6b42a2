"""frankpledge explain: what the product understands of a plan's words."""

import argparse
from datetime import date
from typing import Any

from frankpledge.cli.shape import Below, command, offer_json, print_json
from frankpledge.config.cannot import Cannot

KINDS = ("timescale", "target", "lead", "status")


def add(commands: Below) -> None:
    made = command(
        commands,
        "explain",
        "Says what is understood of words from a plan: timescale, target, lead, status.",
        example="explain At least two walkabouts each quarter --plan-start 2026-04-01 --json",
        run=explain,
    )
    made.add_argument("words", nargs="+", metavar="WORDS", help="the words as printed")
    made.add_argument("--as", dest="kind", choices=KINDS, help="read them as this and nothing else")
    made.add_argument("--plan-start", metavar="DATE", help="first day of the plan, as 2026-04-01")
    made.add_argument("--plan-end", metavar="DATE", help="last day; a year later where not given")
    made.add_argument(
        "--group", action="append", default=[], metavar="NAME", help="a group's name or letters"
    )
    made.add_argument(
        "--organisation", action="append", default=[], metavar="NAME", help="an organisation's name"
    )
    offer_json(made)


def explain(chosen: argparse.Namespace) -> int:
    from frankpledge.language.context import Context

    start, end = _day(chosen.plan_start), _day(chosen.plan_end)
    if start and end and end < start:
        raise Cannot("The plan ends before it starts: give --plan-end a later day.")
    context = Context(
        plan_start=start,
        plan_end=end,
        groups=tuple(chosen.group),
        organisations=tuple(chosen.organisation),
    )
    text = " ".join(chosen.words)
    understood = _understood(text, context, chosen.kind)
    if chosen.json:
        print_json({"text": text, **understood})
    else:
        print("\n".join(_lines(understood)))
    return 0


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Cannot(f"{text} is not a day: write it as 2026-04-01.") from None


def _understood(text: str, context: Any, kind: str | None) -> dict[str, Any]:
    """Each reading that fits the words, with its sentence; None for those that do not."""
    from frankpledge import language

    timescale = language.read_timescale(text, context)
    target = language.read_target(text, context)
    leads = language.read_leads(text, context.organisations, context.groups)
    status = language.read_status(text)
    fits = [kind] if kind else language.what_fits(timescale, target, leads, status)
    readings = {
        "timescale": (language.explain_timescale(timescale), timescale.to_dict()),
        "target": (language.explain_target(target), target.to_dict()),
        "lead": (language.explain_leads(leads), {"leads": [lead.to_dict() for lead in leads]}),
        "status": (language.explain_status(status), status.to_dict()),
    }
    return {
        name: {"explained": said, **reading} if name in fits else None
        for name, (said, reading) in readings.items()
    }


def _lines(understood: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    for name, reading in understood.items():
        if reading:
            lines.append(f"{name.capitalize()}: {reading['explained']}.")
            lines += [f"  {message}" for message in _remarks(reading)]
    return lines or ["Nothing was understood of these words. They are kept as printed."]


def _remarks(reading: dict[str, Any]) -> list[str]:
    """Findings, questions and reasons, each once, in the order in which they come."""
    found: list[str] = []
    for piece in (reading, *reading.get("parts", ()), *reading.get("targets", ())):
        found += [finding["message"] for finding in piece.get("findings", ())]
        if piece.get("compounding"):
            found.append(piece["compounding"]["text"])
        found += [f"{one['text']} {one['suggestion']}" for one in piece.get("questions", ())]
        found += [piece["why_not"]] if piece.get("why_not") else []
    return list(dict.fromkeys(found))
