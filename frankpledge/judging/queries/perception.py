"""Each worry beside what happens, with both questions and their bases."""

from dataclasses import dataclass
from datetime import date

from frankpledge.delivery.models import SurveyQuestion
from frankpledge.delivery.queries import questions_of, waves_of
from frankpledge.delivery.queries.surveys import WaveRead
from frankpledge.evidence import asking
from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.queries.screens.ours import area_of
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.perception import Beside, Counted, Said, beside
from frankpledge.figures.shares import Share
from frankpledge.judging.library import library
from frankpledge.judging.models import Pair
from frankpledge.partnership.models import Partnership
from frankpledge.pictures.picture import Picture, Words
from frankpledge.pictures.rows import Row, Rows, bars
from frankpledge.plan.queries import NotThere
from frankpledge.record.errors import Refused


@dataclass(frozen=True)
class PairRead:
    pair: Pair
    fear: Said | None
    happens: Said | Counted | None
    found: Beside | None
    # Why the two cannot stand side by side yet.
    why_not: str
    picture: Picture | None = None
    told: tuple[str, ...] = ()


def pairs_of(partnership: Partnership) -> list[PairRead]:
    questions = {each.pk: each for each in questions_of(partnership)}
    pairs = Pair.objects.filter(partnership=partnership).select_related("fear", "happens")
    rates = _Rates(partnership)
    return [_read(pair, questions, rates) for pair in pairs]


def pair_in(partnership: Partnership, pk: int) -> Pair:
    pair = Pair.objects.filter(partnership=partnership, pk=pk).select_related("partnership").first()
    if pair is None:
        raise NotThere
    return pair


def types_counted(partnership: Partnership) -> list[str]:
    """Nothing where no evidence is at hand."""
    try:
        with asking.opened(partnership) as asked:
            scope = Scope(area_of(asked, partnership))
            return sorted({key[3] for key, _ in tallied(asked, scope, groups(("type",), None))})
    except Refused:
        return []


class _Rates:
    """Of the area's newest year, each type asked for once."""

    def __init__(self, partnership: Partnership) -> None:
        self.partnership = partnership

    def of(self, kind: str) -> tuple[Counted, tuple[str, ...]]:
        with asking.opened(self.partnership) as asked:
            area = area_of(asked, self.partnership)
            compared = asking.compare(asked, Scope(area, None, (kind,)), by=("type",))
            year = Scope(area, compared.after, (kind,))
            found = asking.counts(asked, year, by=("type",), per=1000)
        row = next((each for each in found.rows if each.rate), None)
        if row is None or row.rate is None:
            raise Refused(f"How many people live in {area.name} is not known: load its population.")
        counted = Counted(f"{_in_plural(kind)} recorded", "police", compared.after.words, row.rate)
        return counted, found.told.lines


def _read(pair: Pair, questions: dict[int, SurveyQuestion], rates: _Rates) -> PairRead:
    fear = _said(questions[pair.fear_id])
    told: tuple[str, ...] = ()
    happens: Said | Counted | None
    try:
        if pair.happens_id:
            happens = _said(questions[pair.happens_id])
        else:
            happens, told = rates.of(pair.type)
    except (Refused, CannotWorkOut) as why:
        return PairRead(pair, fear, None, None, str(why))
    if fear is None or happens is None:
        return PairRead(pair, fear, happens, None, "One of them has no wave yet: add its figures.")
    found = beside(fear, happens)
    return PairRead(pair, fear, happens, found, "", _drawn(fear, happens, found), told)


def _said(question: SurveyQuestion) -> Said | None:
    waves = waves_of(question)
    if not waves:
        return None
    newest = waves[-1]
    return Said(question.counted, question.wording, question.asked_of, _when(newest), newest.share)


def _when(wave: WaveRead) -> str:
    return (
        _month(wave.starts)
        if _same_month(wave)
        else f"{_month(wave.starts)} to {_month(wave.wave.ends)}"
    )


def _same_month(wave: WaveRead) -> bool:
    return (wave.starts.year, wave.starts.month) == (wave.wave.ends.year, wave.wave.ends.month)


def _month(day: date) -> str:
    return f"{day:%B %Y}"


def _in_plural(kind: str) -> str:
    """As the library counts them: 'burglaries', where the police head them 'Burglary'."""
    named = (each.counts for each in library().values() if list(each.of) == [kind])
    return next(named, kind.lower())


def _drawn(fear: Said, happens: Said | Counted, found: Beside) -> Picture | None:
    """Only shares of people have one scale."""
    if isinstance(happens, Counted):
        return None
    rows = (_row("Fear it", fear.share), _row("Met it", happens.share))
    words = Words(
        found.sentence,
        "Of those asked, with what chance leaves open",
        (f"{fear.base}.", f"{happens.base}."),
    )
    return bars(Rows(words, rows, unit="%", places=0))


def _row(name: str, share: Share) -> Row:
    low, high = 100 * share.low, 100 * share.high
    return Row(name, 100 * share.share, low, high, note=f"{share.part:,} of {share.whole:,}")
