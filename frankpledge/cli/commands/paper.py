"""frankpledge paper: the documents that go out, from the shell."""

import argparse
import sys
from pathlib import Path
from typing import Any

from frankpledge.cli.shape import Below, command, family, offer_json, print_json
from frankpledge.cli.start import refusable, start
from frankpledge.config.cannot import Cannot

FORMATS = ("pdf", "docx", "xlsx", "html", "csv", "txt")
TEXTS = ("html", "csv", "txt")
AUDIENCES = ("internal", "board", "policing-body", "members", "public")


def add(commands: Below) -> None:
    below = family(
        commands,
        "paper",
        "Papers: the board pack, the plan and the public summary, from what was frozen.",
        example="paper build board --partnership marshwick --round 2026-07 --out board.pdf",
    )
    listed = command(
        below, "list", "Prints which papers there are.", example="paper list", run=list_them
    )
    offer_json(listed)
    made = command(
        below,
        "build",
        "Writes one paper to a file. From the same freeze it is the same each time.",
        example="paper build board --partnership marshwick --format docx --out board.docx",
        run=build,
    )
    made.add_argument("paper", metavar="PAPER", help="as `paper list` names it")
    made.add_argument("--partnership", metavar="SLUG", required=True)
    made.add_argument(
        "--round", metavar="MONTH", help="its first month, 2026-07; otherwise the newest frozen"
    )
    made.add_argument("--format", choices=FORMATS, help="otherwise as the name of the file says")
    made.add_argument("--out", type=Path, metavar="FILE", help="else a text is printed")
    made.add_argument("--audience", choices=AUDIENCES, help="otherwise as the paper is meant")
    made.add_argument("--large", action="store_true", help="large print: 18 point, one column")
    made.add_argument(
        "--draft", action="store_true", help="from what stands now, frozen or not; marked so"
    )


def list_them(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.papers import queries

    told = [{"paper": one.key, "name": one.name, "says": one.says} for one in queries.kinds()]
    if chosen.json:
        print_json(told)
        return 0
    for one in told:
        print(f"{one['paper']:<10} {one['name']}. {one['says']}")
    return 0


def build(chosen: argparse.Namespace) -> int:
    form = _format(chosen)
    partnership = _partnership(chosen)
    from frankpledge.papers.writing import written

    with refusable():
        made = written(
            partnership=partnership,
            paper=chosen.paper,
            of=_of(chosen, partnership),
            form=form,
            audience=chosen.audience or "",
            large=chosen.large,
            draft=chosen.draft,
        )
    for note in made.notes:
        print(note, file=sys.stderr)
    if chosen.out:
        _put(chosen.out, made.data)
    else:
        sys.stdout.buffer.write(made.data)
    return 0


def _format(chosen: argparse.Namespace) -> str:
    named = chosen.out.suffix.removeprefix(".").lower() if chosen.out else ""
    form = chosen.format or named or "txt"
    if form not in FORMATS:
        raise Cannot(f"A paper is not written as .{form}. Choose --format: {', '.join(FORMATS)}.")
    if not chosen.out and form not in TEXTS:
        raise Cannot(f"A {form} is not printed. Say where it goes: --out FILE.")
    return str(form)


def _partnership(chosen: argparse.Namespace) -> Any:
    start()
    from frankpledge.partnership.queries import partnership_by_slug

    found = partnership_by_slug(chosen.partnership)
    if found is None:
        raise Cannot(
            f"There is no partnership called {chosen.partnership}. "
            "frankpledge partnership list names them."
        )
    return found


def _of(chosen: argparse.Namespace, partnership: Any) -> Any:
    """The round that was named, the newest that is frozen, or where there is none, the plan."""
    from frankpledge.papers import queries as papers
    from frankpledge.progress import queries

    if chosen.round:
        try:
            return queries.round_named(partnership, chosen.round)
        except queries.NotThere as error:
            raise Cannot(
                f"There is no round called {chosen.round}. frankpledge round list names them."
            ) from error
    rounds = queries.rounds_of(partnership)
    frozen = [one for one in rounds if one.freeze_hash or (chosen.draft and one.is_running)]
    if frozen:
        return queries.round_in(partnership, frozen[0].pk)
    plans = papers.plans_of(partnership)
    if not plans:
        raise Cannot("This partnership has no plan yet, so there is nothing to print.")
    return plans[0]


def _put(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Cannot(f"{path} cannot be written: {error.strerror}.") from error
