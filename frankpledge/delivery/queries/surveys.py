"""Survey questions, and each wave with what chance leaves open."""

import datetime
from dataclasses import dataclass

from django.db.models import Prefetch

from frankpledge.delivery.models import SurveyQuestion, Wave, standing
from frankpledge.figures.shares import Share, share
from frankpledge.partnership.models import Partnership
from frankpledge.plan.queries import NotThere


@dataclass(frozen=True)
class WaveRead:
    wave: Wave
    share: Share  # with Wilson's interval
    is_break: bool  # not comparable with those before it
    changed: bool | None  # since the wave before: whether more than chance; None: not comparable

    @property
    def starts(self) -> datetime.date:
        return self.wave.starts

    @property
    def per_cent(self) -> float:
        return 100 * self.share.share

    @property
    def low(self) -> float:
        return 100 * self.share.low

    @property
    def high(self) -> float:
        return 100 * self.share.high


def questions_of(partnership: Partnership) -> list[SurveyQuestion]:
    """With their waves that stand, oldest first. Three queries."""
    waves = Prefetch("waves", Wave.objects.filter(standing()))
    found = SurveyQuestion.objects.filter(partnership=partnership)
    return list(found.prefetch_related(waves, "outcomes__action"))


def question_in(partnership: Partnership, pk: int) -> SurveyQuestion:
    waves = Prefetch("waves", Wave.objects.filter(standing()))
    found = SurveyQuestion.objects.filter(partnership=partnership, pk=pk)
    question = (
        found.select_related("partnership").prefetch_related(waves, "outcomes__action").first()
    )
    if question is None:
        raise NotThere
    return question


def wave_in(partnership: Partnership, pk: int) -> Wave:
    found = Wave.objects.filter(question__partnership=partnership, pk=pk)
    wave = found.select_related("question__partnership", "corrects", "corrected_by").first()
    if wave is None:
        raise NotThere
    return wave


def waves_of(question: SurveyQuestion) -> list[WaveRead]:
    """Those that stand, oldest first; no query where the question came with its waves."""
    read: list[WaveRead] = []
    for wave in _standing(question):
        here = share(wave.part, wave.base)
        before = read[-1] if read and not wave.break_why else None
        apart = _apart(before.share, here) if before else None
        read.append(WaveRead(wave, here, bool(wave.break_why), apart))
    return read


def _standing(question: SurveyQuestion) -> list[Wave]:
    if "waves" in getattr(question, "_prefetched_objects_cache", {}):
        return list(question.waves.all())
    return list(Wave.objects.filter(standing(), question=question))


def _apart(one: Share, other: Share) -> bool:
    """Newcombe's interval of the difference, from Wilson's of each, leaves nought out."""
    gap = other.share - one.share
    down = ((other.share - other.low) ** 2 + (one.high - one.share) ** 2) ** 0.5
    up = ((other.high - other.share) ** 2 + (one.share - one.low) ** 2) ** 0.5
    return gap - down > 0 or gap + up < 0


def set_apart(question: SurveyQuestion) -> list[Wave]:
    """Corrected and withdrawn ones, which count no more."""
    return list(Wave.objects.filter(question=question).exclude(standing()))
