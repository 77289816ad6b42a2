"""From what was counted and the odds to what is said."""

from frankpledge.figures.change import change
from frankpledge.figures.odds import calibration
from frankpledge.figures.odds.counting import Counted, Odds, enough
from frankpledge.figures.odds.judgement import Judgement, Verdict
from frankpledge.figures.odds.outcomes import Known, Outcome
from frankpledge.figures.odds.pool import Pool
from frankpledge.figures.odds.state import State, Step
from frankpledge.figures.periods import Period
from frankpledge.figures.rates import byar
from frankpledge.figures.wording import number, per_cent

# On course from two in three, off course from one in three; between them it is open.
ON = 2 / 3
OFF = 1 / 3
# Beyond this the model is surer than anybody can be.
CERTAIN = 0.999
MODEL = (
    "negative binomial over monthly counts with their season, where each series stands known "
    "by a gamma that forgets; drift and dispersion learned from all series together"
)


def said(outcome: Outcome, counted: Counted, odds: Odds | None, pool: Pool | None) -> Judgement:
    state, step = counted.state, counted.state.current
    verdict = _verdict(counted, odds)
    kind = _kind(outcome)
    low, high = byar(step.seen)
    many = step.months > 0
    return Judgement(
        outcome.series.what,
        verdict,
        _why(verdict, state, step, max(counted.known.counts, default=0)),
        observed=float(step.seen) if many else None,
        low=low if many else None,
        high=high if many else None,
        odds=calibration.as_number(kind, odds.chance) if odds else None,
        odds_words=calibration.words(kind, odds.chance) if odds else "",
        against_chance=_against(outcome, counted.known, step, pool),
        workings=tuple(_workings(state, step, odds, kind)),
        model=MODEL if odds else "",
        parameters=_parameters(pool) if odds and pool else {},
        notes=counted.known.notes,
    )


def _kind(outcome: Outcome) -> str:
    if outcome.sort == "delivered":
        return "delivered"
    return "rate" if outcome.aim and outcome.aim.kind == "rate_ceiling" else "count"


def _verdict(counted: Counted, odds: Odds | None) -> Verdict:
    met = counted.state.met
    if met is not None:
        return "met" if met else "not met"
    if odds is None or not enough(counted):
        return "not enough data"
    if not counted.state.begun:
        return "too early to say"
    return course(odds.chance)


def course(chance: float) -> Verdict:
    if chance >= ON:
        return "on course"
    return "off course" if chance <= OFF else "too early to say"


def _why(verdict: Verdict, state: State, step: Step, newest: int) -> str:
    if verdict == "not enough data":
        if state.holed(newest):
            return f"A month is missing: the target was {step.goal.words}, and it cannot be told."
        return "Fewer than 6 months are known, counted as they are today."
    known = (
        f"; {number(step.seen)} so far." if step.missing else f"; {number(step.seen)} were counted."
    )
    if not step.months:
        known = ". None of its months is known yet."
    text = f"The target was {step.goal.words}{known}"
    over = [each for each in state.steps if each.met is not None]
    if len(state.steps) > 1 and over:
        text += f" Met in {sum(each.met is True for each in over)} of {len(over)} periods."
    return text


def _months(n: int) -> str:
    return "1 month" if n == 1 else f"{n} months"


def _workings(state: State, step: Step, odds: Odds | None, kind: str) -> list[tuple[str, str]]:
    made = [("Target", step.goal.words)]
    if step.goal.how:
        made.append(("Worked out from", step.goal.how))
    made.append(("Counted so far", f"{number(step.seen)} in {_months(step.months)}"))
    if step.missing:
        made.append(("Months still to come", number(len(step.missing))))
    if len(state.steps) > 1:
        made.append(("Periods still open", f"{len(state.open)} of {len(state.steps)}"))
    if odds is not None:
        likely = f"{number(odds.due, 1)}, give or take {number(odds.spread, 1)}"
        runs = state.open[0]
        when = "those months" if runs is step else f"{runs.goal.over.words}: {runs.goal.words}"
        made.append((f"Due in {when}", likely))
        exact = _exact(odds.chance) if calibration.KINDS[kind].number else ""
        made.append(("Odds", exact or "in words only: " + calibration.KINDS[kind].seen))
    return made


def _exact(chance: float) -> str:
    """No chance of what is still to come is nought or certain."""
    if chance > CERTAIN:
        return "more than 99.9 %"
    return "less than 0.1 %" if chance < 1 - CERTAIN else per_cent(100 * chance, 1)


def _parameters(pool: Pool) -> dict[str, float]:
    return {
        "what a month keeps of what was known": pool.discount,
        "variance over mean": pool.dispersion,
        "drift of a month": pool.drift**0.5,
        "trend of a month": pool.trend**0.5,
        "forecasts it was learned from": pool.forecasts,
    }


def _against(outcome: Outcome, known: Known, step: Step, pool: Pool | None) -> str:
    """The known months against the same of the year before."""
    over = step.goal.over
    there = [at for at in range(over.start, over.end + 1) if at in known.counts]
    earlier = [at - 12 for at in there if at - 12 in known.counts]
    if not there or len(earlier) != len(there) or over.months > 12:
        return ""
    if any(min(earlier) < at <= max(there) for at in known.breaks):
        return ""
    before, after = (sum(known.counts[at] for at in each) for each in (earlier, there))
    # Two long sums of one series: what drifts between them is a change, and not chance.
    varies = round(pool.dispersion, 2) if pool else 1.0
    name = f"{outcome.series.what} ({_span(there)}, against a year before)"
    return change(before, after, what=name, dispersion=varies).sentence


def _span(months: list[int]) -> str:
    return Period(months[0], months[-1] - months[0] + 1).words
