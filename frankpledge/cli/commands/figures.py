"""frankpledge figures: what numbers mean, and printed tables worked out again."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from frankpledge.cli.shape import Below, Run, command, family, offer_json, print_json
from frankpledge.config.cannot import Cannot


class Found(Protocol):
    @property
    def sentence(self) -> str: ...

    def to_dict(self) -> dict[str, Any]: ...


def add(commands: Below) -> None:
    below = family(
        commands,
        "figures",
        "What numbers mean: change, rates, shares, signals, ranks, and tables worked out again.",
        example='figures change 297 382 --what "Shop theft"',
    )
    for add_one in (_add_change, _add_rate, _add_share, _add_signal, _add_rank, _add_check):
        add_one(below)


def _made(below: Below, name: str, does: str, example: str, run: Run) -> Any:
    made = command(below, name, does, example=f"figures {name} {example}", run=run)
    offer_json(made)
    return made


def _add_change(below: Below) -> None:
    made = _made(
        below,
        "change",
        "Compares two counts, and says whether chance alone explains the difference.",
        '297 382 --what "Shop theft" --periods 2024/25 2025/26',
        change,
    )
    made.add_argument("before", metavar="BEFORE", help="the earlier count")
    made.add_argument("after", metavar="AFTER", help="the later count")
    made.add_argument("--what", default="the count", help="what was counted")
    made.add_argument(
        "--exposure", nargs=2, metavar=("A", "B"), help="what each came out of: people, days"
    )
    made.add_argument(
        "--periods", nargs=2, metavar=("A", "B"), help="2025-07, 2025-07..2025-09 or 2025/26"
    )
    made.add_argument(
        "--dispersion",
        default="1",
        metavar="TIMES",
        help="how many times more the counts vary than chance alone would have it; 1 is chance",
    )
    _offer_base(made)


def _add_rate(below: Below) -> None:
    does = "A count per 1,000 people, with what chance leaves open."
    made = _made(below, "rate", does, "382 90000", rate)
    made.add_argument("count", metavar="COUNT", help="how many were counted")
    made.add_argument("people", metavar="PEOPLE", help="out of how many people or households")
    _offer_base(made)


def _add_share(below: Below) -> None:
    does = "So many of so many as a percentage, with what chance leaves open."
    made = _made(below, "share", does, "31 38", share)
    made.add_argument("part", metavar="PART", help="how many of them")
    made.add_argument("whole", metavar="WHOLE", help="of how many")


def _add_signal(below: Below) -> None:
    made = _made(
        below,
        "signal",
        "What is usual in a run of figures, and which of them chance does not explain.",
        "thefts.csv --what thefts --good decrease --step 2025-04='a new way of recording'",
        signal,
    )
    made.add_argument(
        "file", metavar="FILE", help="period,value[,provisional] as CSV; - reads it in"
    )
    made.add_argument("--what", default="the figure", help="what is counted")
    made.add_argument(
        "--good",
        choices=("increase", "decrease", "neutral"),
        default="neutral",
        help="which way is better; neutral says only more or less",
    )
    made.add_argument("--target", metavar="NUMBER", help="say whether it would be met")
    made.add_argument("--baseline", type=int, metavar="N", help="limits from the first N figures")
    made.add_argument(
        "--step",
        action="append",
        default=[],
        metavar="PERIOD=WHY",
        help="a new usual range begins here, for this reason",
    )


def _add_rank(below: Below) -> None:
    made = _made(
        below,
        "rank",
        "Ranks figures, with ties and with the ranks that chance leaves open.",
        "districts.csv --first lowest",
        rank,
    )
    made.add_argument(
        "file", metavar="FILE", help="CSV: name,count,people or name,part,whole or name,value"
    )
    made.add_argument(
        "--first", choices=("lowest", "highest"), required=True, help="which figure ranks first"
    )
    _offer_base(made)


def _add_check(below: Below) -> None:
    made = _made(
        below,
        "check",
        "Works a printed table out again; ends with 1 where something in it disagrees.",
        "table.csv --json",
        check,
    )
    made.add_argument(
        "file", metavar="FILE", help="the table as CSV, as printed, or a document; - reads CSV in"
    )


def _offer_base(made: Any) -> None:
    made.add_argument("--per", type=int, default=1000, help="so many people; 1000 where not given")
    made.add_argument("--of", default="people", metavar="WHOM", help="people, households, days")


def change(chosen: argparse.Namespace) -> int:
    from frankpledge.figures.change import change as work_out
    from frankpledge.figures.periods import period
    from frankpledge.figures.sheets import number_of

    with _in_words():
        periods, exposure = chosen.periods, chosen.exposure
        found = work_out(
            number_of(chosen.before),  # type: ignore[arg-type]
            number_of(chosen.after),  # type: ignore[arg-type]
            what=chosen.what,
            exposure=(number_of(exposure[0]), number_of(exposure[1])) if exposure else None,
            per=chosen.per,
            of=chosen.of,
            dispersion=number_of(chosen.dispersion),
            periods=(period(periods[0]), period(periods[1])) if periods else None,
            today=_today(),
        )
    return _say(chosen, found)


def rate(chosen: argparse.Namespace) -> int:
    from frankpledge.figures.rates import rate as work_out
    from frankpledge.figures.sheets import number_of

    with _in_words():
        count, people = number_of(chosen.count), number_of(chosen.people)
        found = work_out(count, people, per=chosen.per, of=chosen.of)  # type: ignore[arg-type]
    return _say(chosen, found)


def share(chosen: argparse.Namespace) -> int:
    from frankpledge.figures.shares import share as work_out
    from frankpledge.figures.sheets import number_of

    with _in_words():
        found = work_out(number_of(chosen.part), number_of(chosen.whole))  # type: ignore[arg-type]
    return _say(chosen, found)


def signal(chosen: argparse.Namespace) -> int:
    from frankpledge.figures.sheets import number_of, observed
    from frankpledge.figures.signals.chart import xmr
    from frankpledge.figures.signals.words import assurance_words, flagged

    with _in_words():
        found = xmr(
            observed(_rows(chosen.file)),
            good=chosen.good,
            what=chosen.what,
            target=number_of(chosen.target) if chosen.target else None,
            baseline=chosen.baseline,
            steps=dict(_step(each) for each in chosen.step),
            today=_today(),
        )
    _say(chosen, found)
    if not chosen.json:
        for line in filter(None, (assurance_words(found), *flagged(found))):
            print(line)
    return 0


def rank(chosen: argparse.Namespace) -> int:
    from frankpledge.figures.ranks import ranks
    from frankpledge.figures.sheets import ranked

    with _in_words():
        figures = ranked(_rows(chosen.file), per=chosen.per, of=chosen.of)
        found = ranks(figures, first=chosen.first)
    if chosen.json:
        print_json([each.to_dict() for each in found])
    else:
        print("\n".join(each.sentence for each in found))
    return 0


def check(chosen: argparse.Namespace) -> int:
    from frankpledge.reading.errors import Unreadable
    from frankpledge.reading.worked import tables_again

    try:
        with _in_words():
            found = tables_again(_bytes(chosen.file), "" if chosen.file == "-" else chosen.file)
    except Unreadable as error:
        raise Cannot(f"{chosen.file} {error}.") from error
    if chosen.json:
        # A table alone is told as one, a document's as the list that they are.
        told = [each.to_dict() for each in found]
        print_json(told[0] if len(told) == 1 else told)
    else:
        _print_again(found)
    return 1 if any(each.wrong for each in found) else 0


def _print_again(found: list[Any]) -> None:
    if not found:
        print("There is no table of figures in it.")
    for each in found:
        worked = each.worked
        if each.title:
            print(f"{each.title}:")
        for check in (*worked.wrong, *worked.open):
            print(check.sentence)
        # What the text says of the table comes after what the table says of itself.
        claims = (check.sentence for check in each.claims)
        print(*worked.findings, worked.sentence, *claims, sep="\n")


def _say(chosen: argparse.Namespace, found: Found) -> int:
    if chosen.json:
        print_json(found.to_dict())
    else:
        print(found.sentence)
    return 0


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the command is typed


def _step(text: str) -> tuple[str, str]:
    period, _, why = (part.strip() for part in text.partition("="))
    if not period or not why:
        raise Cannot(f"{text}: write a step change as PERIOD=WHY, such as 2025-04='new recording'.")
    return period, why


def _rows(name: str) -> list[list[str]]:
    from frankpledge.figures.sheets import rows_of

    return rows_of(_bytes(name))


def _bytes(name: str) -> bytes:
    read: Callable[[], bytes] = sys.stdin.buffer.read if name == "-" else Path(name).read_bytes
    try:
        return read()
    except OSError as error:
        raise Cannot(f"Cannot read {name}: {error.strerror}.") from error


@contextmanager
def _in_words() -> Iterator[None]:
    from frankpledge.figures.errors import CannotWorkOut

    try:
        yield
    except CannotWorkOut as error:
        raise Cannot(str(error)) from error
