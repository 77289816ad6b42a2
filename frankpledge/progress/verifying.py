"""Was anything altered since a round was frozen? The seal first, then every row beside it."""

from collections.abc import Iterator
from typing import Any

from frankpledge.progress.document import strikes_told, whole_round
from frankpledge.progress.models import Round
from frankpledge.record import checks, freezes
from frankpledge.record.digests import is_withdrawn
from frankpledge.record.models import Freeze
from frankpledge.record.wording import GONE

PROPOSED = ("action_id", "outcome_id", "why", "at", "by")


def faults_of(round_: Round) -> list[str]:
    """In words; none where all is as it was. A lawful withdrawal is no fault."""
    freeze = freezes.newest(chain=round_.partnership.chain, kind="round", subject_id=str(round_.pk))
    if freeze is None:
        return ["This round was never frozen."]
    faults = [f"{one.where}: {one.what}" for one in checks.verify(round_.partnership.chain)]
    if round_.is_frozen:
        faults += _rows_altered(round_, freeze)
    return faults


def _rows_altered(round_: Round, freeze: Freeze) -> Iterator[str]:
    if round_.freeze_hash != freeze.hash:
        yield "the round names another freeze than its newest"
    then = answers_in(freezes.section(freeze, "round"))
    now = answers_in(whole_round(round_))
    for pk, answer in then.items():
        if pk not in now:
            yield f"answer {pk} is missing"
        else:
            changed = [name for name in answer if _differs(answer[name], now[pk].get(name))]
            if changed:
                yield f"answer {pk} was altered: {', '.join(sorted(changed))}"
    yield from _strikes_altered(freezes.section(freeze, "round"), round_)


def _strikes_altered(then: Any, round_: Round) -> Iterator[str]:
    """What the board decides of a proposal comes later; what was proposed stays as it was."""
    now = {one["pk"]: one for one in strikes_told(round_)}
    for one in then.get("strikes", []):
        here = now.get(one["pk"])
        if here is None:
            yield f"proposal {one['pk']} to strike is missing"
        elif changed := [name for name in PROPOSED if _differs(one[name], here[name])]:
            yield f"proposal {one['pk']} to strike was altered: {', '.join(changed)}"


def answers_in(document: Any) -> dict[int, dict[str, Any]]:
    # What is taken up late is said in the plan, and decisions on what was raised may come later.
    skipped = {"standing_id", "taken_up_at", "raised", "outcomes"}
    found = {}
    for request in document["requests"]:
        for item in request["items"]:
            for answer in item["answers"]:
                kept = {name: value for name, value in answer.items() if name not in skipped}
                kept["stands"] = [_stands(one) for one in answer["outcomes"]]
                kept["raised words"] = [one["words"] for one in answer["raised"]]
                found[answer["pk"]] = kept
    return found


def _stands(outcome: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in outcome.items() if name != "standing_id"}


def _differs(then: Any, now: Any) -> bool:
    """What was withdrawn is gone from both, each in its own way."""
    if is_withdrawn(then):
        return not ((isinstance(now, str) and GONE[:8] in now) or now == "")
    if isinstance(then, dict) and isinstance(now, dict):
        return set(then) != set(now) or any(_differs(then[key], now[key]) for key in then)
    if isinstance(then, list) and isinstance(now, list):
        return len(then) != len(now) or any(map(_differs, then, now))
    return bool(then != now)
