"""News is what the newest months bring and chance does not explain."""

from dataclasses import replace

import numpy as np

from frankpledge.figures.odds.news import news
from frankpledge.figures.odds.outcomes import Series
from tests.figures.odds.making import after, monthly


def _many(counts: np.ndarray, group: str = "") -> list[Series]:
    return [
        replace(monthly(row.tolist()), what=f"series {at}", group=group)
        for at, row in enumerate(counts)
    ]


def test_unchanged_series_bring_news_in_one_month_of_twenty_at_most() -> None:
    alarms = 0
    for seed in range(3):
        draw = np.random.default_rng(seed)
        level = np.exp(draw.uniform(np.log(6), np.log(150), 150))[:, None] * np.ones(40)
        series = _many(draw.poisson(level))
        alarms += sum(bool(news(series, after(month)).news) for month in range(28, 40, 2))
    assert alarms <= 1


def test_a_doubling_is_news_in_the_month_it_comes_and_said_in_words() -> None:
    counts = np.random.default_rng(7).poisson(60, (40, 30))
    counts[4, 29] = 130
    found = news(_many(counts), after(30))
    assert [each.what for each in found.news] == ["series 4"]
    assert found.looked_at == 40
    assert found.news[0].words == "more than usual"
    assert found.news[0].sentence.startswith("Series 4: 130 in June 2024, where 6")
    assert found.news[0].to_dict()["allowed"] <= 0.05
    assert news(_many(counts), after(29)).news == ()


def test_a_shift_that_goes_on_is_found_by_its_months_together() -> None:
    counts = np.random.default_rng(8).poisson(60, (40, 42))
    counts[0, 30:] = 80
    found = [each for at in range(31, 43) for each in news(_many(counts), after(at)).news]
    assert {each.what for each in found} == {"series 0"}
    assert "to" in found[0].over


def test_series_with_few_are_added_up_before_they_are_looked_at() -> None:
    counts = np.random.default_rng(9).poisson(1, (30, 30))
    counts[:, 29] = 3
    found = news(_many(counts, "fires"), after(30))
    assert (found.looked_at, found.news[0].what, found.news[0].counted) == (1, "fires", 90)
    alone = news(_many(counts[:1], "fires"), after(30))
    assert (alone.looked_at, alone.news) == (0, ())
    assert "Fewer than 5 a month" in alone.left_out[0][1]


def test_old_short_and_impossible_series_are_left_out_and_named() -> None:
    counts = np.full((1, 30), 20)
    series = [
        *_many(counts),
        replace(monthly([20] * 29), what="late"),
        replace(monthly([20] * 10), what="short"),
        replace(monthly([20] * 20, first=2022 * 12 + 10), what="broken", breaks={"2024-01": "new"}),
        replace(monthly([-300, *[20] * 29]), what="wrong", breaks={"2020-01": "x"}),
    ]
    found = news(series, after(30))
    assert found.looked_at == 1
    assert {name for name, _ in found.left_out} == {"late", "short", "broken", "wrong"}
    assert news([], after(30)).looked_at == 0
