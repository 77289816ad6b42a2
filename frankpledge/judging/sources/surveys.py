"""Waves of a survey question, as shares with their base; what came before a break is set apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify

from frankpledge.delivery.models import SurveyQuestion
from frankpledge.delivery.queries import WaveRead, questions_of, waves_of
from frankpledge.figures.wording import number
from frankpledge.judging.series import Figure, Figures, months_of
from frankpledge.partnership.models import Partnership


@dataclass(frozen=True)
class Asked:
    by_name: Mapping[str, SurveyQuestion] = field(default_factory=dict)
    by_outcome: Mapping[int, SurveyQuestion] = field(default_factory=dict)


def asked(partnership: Partnership) -> Asked:
    questions = questions_of(partnership)
    by_outcome = {
        outcome.pk: question for question in questions for outcome in question.outcomes.all()
    }
    return Asked({slugify(one.name): one for one in questions}, by_outcome)


def figures(what: str, question: SurveyQuestion | None) -> Figures:
    if question is None:
        return Figures("survey", what, why_none="No survey question of ours asks for it.")
    waves = waves_of(question)
    if not waves:
        why = f"{question.name}: no wave has come in yet."
        return Figures("survey", what, why_none=why, awaited=True)
    last_break = max((at for at, one in enumerate(waves) if one.is_break), default=0)
    kept = waves[last_break:]
    told = [
        f"Source: {question.source or 'our own survey'}.",
        f"Asked: “{question.wording}” Counted: {question.counted}.",
        f"Waves: {len(kept)}, the newest with a base of {number(kept[-1].wave.base)}.",
        "Method: Wilson's interval for each wave.",
    ]
    if last_break:
        told.append(f"Set apart: {last_break} earlier, since {waves[last_break].wave.break_why}.")
    made = tuple(_figure(one) for one in kept)
    return Figures("survey", what, made, tuple(told), group="survey", so_far=True)


def _figure(one: WaveRead) -> Figure:
    over = months_of(one.wave.starts, one.wave.ends)
    return Figure(over, one.wave.part, one.wave.base, words=one.share.sentence)


def by_name(here: Asked, names: Sequence[str]) -> SurveyQuestion | None:
    return next((here.by_name[name] for name in names if name in here.by_name), None)
