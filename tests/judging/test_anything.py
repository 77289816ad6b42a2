"""Whatever a target says and whatever comes as figures: a sentence, and never a division error."""

import datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from frankpledge.figures.periods import Period
from frankpledge.judging.library import library
from frankpledge.judging.models import Meaning
from frankpledge.judging.reading import read
from frankpledge.judging.series import Figure, Figures
from frankpledge.judging.working import Said, ToJudge, judge_all
from frankpledge.plan.models import Target

APRIL = 2025 * 12 + 3
STARTS, ENDS = datetime.date(2026, 4, 1), datetime.date(2029, 3, 31)
KINDS = [kind for kind, _ in Target.KINDS]
VERDICTS = {
    "met",
    "not met",
    "on course",
    "off course",
    "too early to say",
    "not enough data",
    "not judgeable",
}
numbers = st.one_of(st.none(), st.sampled_from([0, 1, 5, 50, 90, 100, 150, 1_000_000_000]))
targets = st.builds(
    Target,
    printed=st.sampled_from(["Quarterly 5% decrease in ASB", "", "2 per thousand"]),
    kind=st.sampled_from(KINDS),
    number=numbers.map(lambda n: None if n is None else Decimal(n)),
    is_percent=st.booleans(),
    direction=st.sampled_from(["", "up", "down"]),
    counts=st.sampled_from(["", "thefts"]),
    of=st.sampled_from(["", "1,000 homes", "0 homes", "clients"]),
    per=st.sampled_from(["", "quarter", "year", "month", "night", "0 months", "7 months"]),
    baseline=numbers.map(lambda n: None if n is None else Decimal(n)),
    comparator=st.sampled_from(["", "before", "year-before", "baseline"]),
    deadline=st.sampled_from([None, STARTS, ENDS, datetime.date(2020, 1, 1)]),
)
meanings = st.one_of(
    st.none(),
    st.builds(
        Meaning,
        indicator=st.just("asb"),
        comparator=st.sampled_from(["", "before", "year-before", "baseline"]),
        every_months=st.sampled_from([None, 1, 3, 12, 60]),
        baseline=st.sampled_from([None, 0, 1, 400]),
        baseline_from=st.sampled_from([None, datetime.date(2025, 4, 1), datetime.date(2030, 1, 1)]),
        baseline_months=st.sampled_from([None, 1, 12]),
        people=st.sampled_from([None, 0, 90_000]),
        cohort=st.sampled_from([None, 0, 3, 500]),
        deadline=st.sampled_from([None, ENDS]),
    ),
)
figures = st.builds(
    lambda at, months, count, whole, late: Figure(Period(APRIL + at, months), count, whole, late),
    st.integers(0, 60),
    st.sampled_from([1, 1, 1, 3, 12]),
    st.integers(-1, 40),
    st.one_of(st.none(), st.none(), st.integers(0, 40)),
    st.booleans(),
)
runs = st.builds(
    lambda counts: tuple(Figure(Period(APRIL + at), n) for at, n in enumerate(counts)),
    st.lists(st.integers(0, 40), max_size=40),
)
series = st.builds(
    Figures,
    source=st.sampled_from(["evidence", "log", "said", "survey"]),
    what=st.just("thefts"),
    figures=st.one_of(runs, st.lists(figures, max_size=8).map(tuple)),
    breaks=st.sampled_from([{}, {"2026-06": "counted in another way"}]),
    so_far=st.booleans(),
    residents=st.sampled_from([None, 90_000]),
)


@settings(max_examples=150, deadline=None)
@given(targets, meanings, series, st.sampled_from([0, 7, 20, 50]))
def test_every_target_and_every_series_ends_in_a_verdict_with_its_sentence(
    row: Target, meaning: Meaning | None, figures: Figures, after: int
) -> None:
    as_at = datetime.date(2026 + after // 12, after % 12 + 1, 20)
    indicator = library()["asb"] if meaning else None
    meant = read(row, meaning, indicator, STARTS, ENDS)
    asked = ToJudge(1, meant, figures, STARTS, ENDS, Said("On track", is_good=True))
    (made,) = judge_all([asked], as_at)
    told = made.to_dict()
    assert told["verdict"] in VERDICTS
    assert told["why"].strip()
    assert told["odds"] is None or 0 <= told["odds"] <= 1
    assert told["signal"]["words"]
    assert made.chart is None or made.chart.what
