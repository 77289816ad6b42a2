"""Where a round stands, in one sentence and in one line of stages."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from frankpledge.partnership.models.dated import today
from frankpledge.progress.models import Round, Step
from frankpledge.progress.queries import RoundPage, WillHold
from frankpledge.replying.words import number
from frankpledge.ui.said import count, date_day, date_long

STAGES = ("planned", "open", "asked", "review", "frozen", "published")


def where_it_stands(page: RoundPage) -> str:
    round_ = page.round
    if round_.stage == "planned":
        how = "opens and asks by itself" if round_.opens_by_itself else "is to be opened"
        return f"This round {how} on {date_day(round_.opens_on)}. Nobody is asked before that."
    if round_.stage == "open":
        many, promises = count(len(page.asked), "lead"), count(page.promises, "promise")
        return f"{many} are to be asked for {promises}. Nobody has been written to yet."
    return " ".join(filter(None, (_answered(page), _to_come(page), _closes(round_))))


def _answered(page: RoundPage) -> str:
    counts, all_of_them = page.counts, len(page.asked) - page.counts.get("passed", 0)
    full, part = counts.get("answered", 0), counts.get("part", 0)
    if full == all_of_them:
        return "Everybody has answered." if full else ""
    if not full and not part:
        return f"None of {count(all_of_them, 'lead')} has answered yet."
    has = "has" if full == 1 else "have"
    also = f" and {number(part)} in part" if part else ""
    return f"{number(full).capitalize()} of {count(all_of_them, 'lead')} {has} answered{also}."


def _to_come(page: RoundPage) -> str:
    counts = page.counts
    settled = ("answered", "part", "passed", "called-off")
    waiting = len(page.asked) - sum(counts.get(key, 0) for key in settled)
    lost = sum(counts.get(key, 0) for key in ("bounced", "refused", "nobody"))
    if not waiting:
        return ""
    if page.round.is_frozen:
        return f"{number(waiting).capitalize()} never did."
    reached = f", and {number(lost)} of them {_was(lost)} never reached" if lost else ""
    return f"{number(waiting).capitalize()} {'is' if waiting == 1 else 'are'} to come{reached}."


def _was(many: int) -> str:
    return "was" if many == 1 else "were"


def _closes(round_: Round) -> str:
    if round_.stage == "published" and round_.published_on:
        return f"Published on {date_long(round_.published_on)}."
    if round_.is_frozen:
        return "It is frozen, and not published yet."
    days = (round_.due_on - today()).days
    if days < 0:
        return f"Answers were due on {date_day(round_.due_on)}."
    when = {0: "today", 1: "tomorrow"}.get(days, f"in {number(days)} days")
    return f"Answers are due {when}, on {date_day(round_.due_on)}."


@dataclass(frozen=True)
class Stage:
    words: str
    when: str
    how: str  # is-past, is-now or nothing


def stages(round_: Round, steps: list[Step], holds: WillHold) -> list[Stage]:
    """Past with its day, present, to come."""
    done = {step.kind: step for step in steps if step.undone_at is None}
    listed = [
        ("Opened", _day(done, "open") or date_long(round_.opens_on), 0),
        ("Asked", _day(done, "asked"), 1),
        ("Chasing", f"until {_long(_chased_until(done, round_.due_on))}", 2),
        ("Review", f"{holds.read} of {holds.answered} read" if holds.promises else "", 3),
        ("Freeze", _day(done, "frozen") if round_.is_frozen else "", 4),
        ("Publish", _published(round_), 5),
    ]
    # A frozen round waits to be published; a published one waits for nothing.
    now = {"frozen": 5, "published": 6}.get(round_.stage, STAGES.index(round_.stage))
    return [Stage(words, when, _how(at, now)) for words, when, at in listed]


def _how(at: int, now: int) -> str:
    return "is-past" if at < now else "is-now" if at == now else ""


def _chased_until(done: dict[str, Step], due: date) -> date:
    """Reminders stop with the review, also where it comes before the answers are due."""
    ends = [timezone.localdate(done[kind].at) for kind in ("review", "frozen") if kind in done]
    return min([*ends, due])


def _day(done: dict[str, Step], kind: str) -> str:
    return _long(timezone.localdate(done[kind].at)) if kind in done else ""


def _published(round_: Round) -> str:
    shown = round_.stage == "published" and round_.published_on
    return _long(round_.published_on) if shown and round_.published_on else ""


def _long(day: date) -> str:
    return f"{day.day} {day:%B}"
