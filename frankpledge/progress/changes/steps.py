"""Each step of a round is by somebody, is a row, and stands in the record."""

from collections.abc import Mapping
from typing import Any

from frankpledge.plan.changes.decisions import created
from frankpledge.progress.models import Request, Round, Step
from frankpledge.progress.queries.wording import period_words
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.told import told

VERBS = {
    "planned": "round.planned",
    "open": "round.opened",
    "asked": "round.asked",
    "review": "round.taken-to-review",
    "frozen": "round.frozen",
    "published": "round.published",
    "reopened": "round.reopened",
}


def take(
    round_: Round,
    kind: str,
    *,
    by: lines.Author,
    stage: str = "",
    why: str = "",
    new: Mapping[str, Any] | None = None,
    **fields: Any,
) -> Step:
    step = created(Step, round=round_, kind=kind, by=by.record_name[:160], why=why)
    put(round_, stage=stage or kind, **fields)
    tell(round_, VERBS[kind], by, new=new, why=why)
    return step


def put(round_: Round, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(round_, name, value)
    round_.version += 1
    round_.save(update_fields=[*fields, "version"])


def tell(
    row: Round | Request,
    verb: str,
    by: lines.Author,
    *,
    old: Mapping[str, Any] | None = None,
    new: Mapping[str, Any] | None = None,
    why: str = "",
) -> None:
    round_ = row if isinstance(row, Round) else row.round
    lines.write(
        chain=round_.partnership.chain,
        by=by,
        verb=verb,
        subject=subject_of(row),
        old=told(dict(old or {})),
        new=told(dict(new or {})),
        why=why,
    )


def subject_of(row: Round | Request) -> lines.Subject:
    if isinstance(row, Round):
        return lines.Subject("round", str(row.pk), f"Round {period_words(row)}")
    return lines.Subject("request", str(row.pk), row.called)


def require_stage(round_: Round, *stages: str, otherwise: str) -> None:
    if round_.stage not in stages:
        raise Refused(f"{otherwise} This round is {round_.get_stage_display().lower()}.")


def require_running(round_: Round) -> None:
    require_stage(round_, "open", "asked", "review", otherwise="Only a running round takes this.")


def require_version(row: Any, version: int, fields: Mapping[str, Any]) -> None:
    if row.version != version:
        raise Stale(version=row.version, current={name: getattr(row, name) for name in fields})
