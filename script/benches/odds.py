"""What odds are worth: how often what they say happens, what news costs, and how quick all is.

script/bench odds [FOLDER]   FOLDER holds months of police.uk files, in folders of their own;
without it only series made up are asked.
"""

import csv
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
FIRST = 2022 * 12
FACTORS = (0.7, 0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.2, 1.3)
MADE_UP: dict[str, dict[str, float]] = {
    "season, trend and drift": {},
    "no drift, no trend, chance alone": {"drift": 0.0, "trend": 0.0, "varies": 1.01},
    "twice the drift, more than chance": {"drift": 0.06, "trend": 0.008, "varies": 2.0},
}
# What was said, whether it happened, and in which month it was said.
Said = list[tuple[float, bool, int]]


def made_up(
    seed: int, *, drift: float = 0.03, trend: float = 0.004, varies: float = 1.4
) -> np.ndarray:
    draw = np.random.default_rng(seed)
    rows, months = 600, 60
    level = np.exp(draw.uniform(np.log(3), np.log(150), rows))[:, None]
    slope = draw.normal(0, trend, rows)[:, None] * np.arange(months)
    walk = np.cumsum(draw.normal(0, drift, (rows, months)), 1)
    peak = np.cos(2 * np.pi * (np.arange(months) - 6) / 12)
    mean = level * np.exp(slope + walk) * (1 + draw.uniform(0.06, 0.2, rows)[:, None] * peak)
    return draw.poisson(draw.gamma(mean / (varies - 1), varies - 1)).astype(float)


def asked(
    values: np.ndarray,
    groups: np.ndarray,
    first: int,
    origins: range,
    spans: tuple[int, ...],
    *,
    plain: bool = False,
) -> Said:
    """Targets set some per cent off or on the months before, learned from earlier months only."""
    from frankpledge.figures.odds.ahead import due
    from frankpledge.figures.odds.pool import learn
    from frankpledge.figures.odds.sums import at_most

    draw, made, rows = np.random.default_rng(3), [], len(values)
    for at in origins:
        past = values[:, :at]
        pool = learn(past, groups, first)
        for span in spans:
            if at + span > values.shape[1]:
                continue
            base = past[:, -span:] if at < 24 else past[:, at - 12 : at - 12 + span]
            most = np.round(base.sum(1) * draw.choice(FACTORS, rows))
            one = np.ones(rows, int)
            found = due(
                pool, np.arange(rows), (first + at) * one, span * one, (first + at - 1) * one
            )
            mean, variance, sure = found.mean, found.variance, pool.freedom
            if plain:
                mean = (past.sum(1) + 0.5) / at * span
                variance, sure = mean + mean * span / at, 1e6
            chance = at_most(mean, variance, most, sure)
            came = values[:, at : at + span].sum(1) <= most
            keep = base.sum(1) >= 5
            made += [(float(p), bool(c), at) for p, c in zip(chance[keep], came[keep], strict=True)]
    return made


def table(said: Said) -> tuple[float, bool]:
    """Prints ten rows; gives the miss at about 70 %, and whether all its interval is beyond 5."""
    chance, came = np.array([s[0] for s in said]), np.array([s[1] for s in said], float)
    month = np.array([s[2] for s in said])
    for low in range(0, 100, 10):
        inside = (chance >= low / 100) & (chance < (low + 10 + (low == 90)) / 100)
        if inside.sum() < 20:
            continue
        least, most = blocks(came[inside], month[inside])
        print(
            f"  {low:3d} to {low + 10:3d} %  {inside.sum():6d}"
            f" said {100 * chance[inside].mean():5.1f}"
            f"  happened {100 * came[inside].mean():5.1f}  ({100 * least:.0f} to {100 * most:.0f})"
        )
    sure = np.maximum(chance, 1 - chance)
    hit = np.where(chance >= 0.5, came, 1 - came)
    seventy = (sure >= 0.65) & (sure < 0.75)
    miss = float(sure[seventy].mean() - hit[seventy].mean())
    least, most = blocks(hit[seventy], month[seventy])
    print(
        f"  about 70 % either way: said {100 * sure[seventy].mean():.1f}, happened "
        f"{100 * hit[seventy].mean():.1f} ({100 * least:.0f} to {100 * most:.0f}); all: said "
        f"{100 * sure.mean():.1f}, happened {100 * hit.mean():.1f}; Brier "
        f"{((chance - came) ** 2).mean():.4f}"
    )
    return miss, abs(miss) <= 0.05


def blocks(came: np.ndarray, month: np.ndarray) -> tuple[float, float]:
    """Whole months drawn again: what moves one series in a month moves others."""
    draw, names = np.random.default_rng(1), np.unique(month)
    sums = np.array([came[month == name].sum() for name in names])
    sizes = np.array([(month == name).sum() for name in names])
    picks = draw.integers(0, len(names), (500, len(names)))
    drawn = sums[picks].sum(1) / sizes[picks].sum(1)
    return float(np.quantile(drawn, 0.025)), float(np.quantile(drawn, 0.975))


def rows_of(folder: Path, ending: str) -> Iterator[dict[str, str]]:
    for path in sorted(folder.glob(f"*-{ending}.csv")):
        with path.open(newline="") as file:
            yield from (row for row in csv.DictReader(file) if row["LSOA name"])


def counted(
    folder: Path, ending: str, column: str
) -> tuple[np.ndarray, list[tuple[str, str]], int]:
    """By area and type, month by month; an area is the name of its LSOAs without their codes."""
    counts, areas = Counter[tuple[str, str, str]](), Counter[str]()
    for row in rows_of(folder, ending):
        area = row["LSOA name"][:-5]
        counts[area, row[column], row["Month"]] += 1
        areas[area] += 1
    months = sorted({key[2] for key in counts})
    total = sum(areas.values())
    keys = sorted({key[:2] for key in counts if areas[key[0]] > total / 50})
    values = np.array([[counts[(*key, month)] for month in months] for key in keys], float)
    year, month = map(int, months[0].split("-"))
    return values, keys, year * 12 + month - 1


def calibration(folder: Path | None) -> bool:
    good = True
    for name, how in MADE_UP.items():
        print(f"\nMade up: {name}")
        said = asked(made_up(1, **how), np.zeros(600, int), FIRST, range(24, 57, 4), (1, 3, 6, 12))
        good = table(said)[1] and good
    for each in sorted(folder.iterdir()) if folder else []:
        if not street(each):
            continue
        values, keys, first = counted(each, "street", "Crime type")
        if values.shape[1] < 12:
            continue
        types = sorted({key[1] for key in keys})
        groups = np.array([types.index(key[1]) for key in keys])
        print(f"\n{each.name}: {len(keys)} series of {values.shape[1]} months")
        origins = range(6, values.shape[1])
        print(" a plain negative binomial:")
        table(asked(values, groups, first, origins, (1, 2, 3, 6), plain=True))
        print(" ours:")
        good = table(asked(values, groups, first, origins, (1, 2, 3, 6)))[1] and good
        if list(each.glob("*-outcomes.csv")):
            print(" shares of outcomes (given in words only):")
            table(shares(each))
    return good


def street(folder: Path) -> bool:
    return folder.is_dir() and bool(list(folder.glob("*-street.csv")))


def shares(folder: Path) -> Said:
    from frankpledge.figures.odds.shares import at_least, learn_shares

    parts, keys, _ = counted(folder, "outcomes", "Outcome type")
    areas = np.array([key[0] for key in keys])
    wholes = np.array([parts[areas == area].sum(0) for area in areas])
    common = parts.sum(1) > 0.02 * wholes.sum(1)
    parts, wholes = parts[common], wholes[common]
    draw, made = np.random.default_rng(2), []
    for at in range(4, parts.shape[1]):
        pool = learn_shares(parts[:, :at], wholes[:, :at])
        for span in (1, 3, 6):
            if at + span > parts.shape[1]:
                continue
            for row in range(len(parts)):
                of = int(wholes[row, at : at + span].sum())
                usual = parts[row, :at].sum() / max(wholes[row, :at].sum(), 1)
                least = int(np.ceil(of * usual * draw.choice((0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3))))
                if 0 < least <= of:
                    came = bool(parts[row, at : at + span].sum() >= least)
                    made.append((at_least(pool, row, least, of, months=span), came, at))
    return made


def alarms() -> bool:
    from frankpledge.figures.odds.news import news

    false = looked = 0
    for seed in range(8):
        draw = np.random.default_rng(seed)
        level = np.exp(draw.uniform(np.log(2), np.log(150), 150))[:, None]
        season = 1 + 0.2 * np.cos(2 * np.pi * np.arange(48) / 12)
        mean = level * season
        counts = draw.poisson(mean) if seed % 2 else draw.negative_binomial(mean / 0.5, 1 / 1.5)
        for month in range(30, 48):
            looked += 1
            false += bool(news(series(counts), day(month)).news)
    print(f"\n150 unchanged outcomes: false news in {false} of {looked} months (1 in 20 allowed)")
    delays = []
    for seed in range(4):
        draw = np.random.default_rng(seed)
        level = np.exp(draw.uniform(np.log(20), np.log(150), 150))[:, None] * np.ones(48)
        level[:30, 30:] *= 1.3
        made, found = series(draw.poisson(level)), dict[str, int]()
        for month in range(30, 48):
            for each in news(made, day(month)).news:
                found.setdefault(each.what, month - 29)
        delays += [found.get(f"series {at}", 99) for at in range(30)]
    lost = sum(each == 99 for each in delays)
    print(
        f"a true rise of 30 %, of 20 to 150 a month: news after {np.median(delays):.0f} months "
        f"(median); not within 18 months: {lost} of {len(delays)}"
    )
    return false <= looked / 20


def series(counts: np.ndarray) -> list:
    from frankpledge.figures.odds.outcomes import Month, Series
    from frankpledge.figures.periods import Period

    names = [Period(FIRST + at).name for at in range(counts.shape[1])]
    return [
        Series(
            f"series {row}",
            tuple(Month(name, int(n)) for name, n in zip(names, each, strict=True)),
            group=f"group {row % 14}",
        )
        for row, each in enumerate(counts)
    ]


def day(month: int) -> date:
    after = FIRST + month + 1
    return date(after // 12, after % 12 + 1, 1)


def speed() -> bool:
    from frankpledge.figures.odds.judging import judge_many

    good, began = True, time.perf_counter()
    judge_many(outcomes(4), day(53))
    print(f"number libraries fetched in {time.perf_counter() - began:.2f} s")
    for many, seconds in ((60, 1.0), (15_000, 60.0)):
        made = outcomes(many)
        began = time.perf_counter()
        judge_many(made, day(53))
        taken = time.perf_counter() - began
        good = good and taken <= seconds
        print(f"{many:6,d} outcomes judged in {taken:5.2f} s (at most {seconds:.0f})")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"most memory used by all of this: {memory:.0f} MB")
    return good and memory < 1024


def outcomes(many: int) -> list:
    from frankpledge.figures.odds.outcomes import Aim, Month, Outcome
    from frankpledge.figures.periods import Period

    draw = np.random.default_rng(4)
    level = np.exp(draw.uniform(0, 5, many))
    over = Period(FIRST + 48, 12)
    made = []
    for row, each in enumerate(series(draw.poisson(level[:, None], (many, 54)))):
        usual = float(level[row] * 12)
        aims = (
            Aim("change", 10, over, "down"),
            Aim("change", 5, over, "down", every=3),
            Aim("rate_ceiling", usual / 90, over, people=90_000),
            Aim("proportion", 50, over),
        )
        aim = aims[row % 4]
        if aim.kind == "proportion":
            months = tuple(Month(m.period, m.count // 2, m.count) for m in each.months)
            made.append(Outcome(type(each)(each.what, months), aim))
        else:
            made.append(Outcome(each, aim))
    return made


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    done = [speed(), alarms(), calibration(folder)]
    print("\nAll of it holds." if all(done) else "\nSomething promised does not hold.")
    return int(not all(done))


if __name__ == "__main__":
    raise SystemExit(main())
