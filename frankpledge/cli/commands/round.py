"""frankpledge round: the same as the desk does with rounds, from the shell."""

import argparse
from typing import Any

from frankpledge.cli.shape import Below, command, family, offer_json, print_json
from frankpledge.cli.start import refusable, start
from frankpledge.config.cannot import Cannot

BY = "The command line"


def add(commands: Below) -> None:
    below = family(
        commands,
        "round",
        "Rounds: asking every lead how their promises go.",
        example="round list --partnership marshwick",
    )
    for name, does, run in (
        ("list", "Prints the rounds of a partnership, newest first.", list_them),
        ("open", "Opens a planned round and asks its leads by mail.", open_one),
        ("status", "Prints who has answered, who has not, and what became of each letter.", status),
        ("remind", "Writes to every lead who has not answered, at most once a day.", remind),
        ("freeze", "Closes the review: makes the document that everything comes from.", freeze),
        ("publish", "Puts what is public of a frozen round on the public face.", publish),
        ("verify", "Proves that nothing was altered since the freeze; ends with 1 if so.", verify),
    ):
        example = f"round {name} --partnership marshwick"
        takes_round = name != "list"
        made = command(
            below,
            name,
            does,
            example=f"{example} --round 2026-07" if takes_round else example,
            run=run,
        )
        made.add_argument("--partnership", metavar="SLUG", required=True)
        if takes_round:
            made.add_argument(
                "--round", metavar="MONTH", help="its first month, 2026-07; otherwise the newest"
            )
        offer_json(made)


def list_them(chosen: argparse.Namespace) -> int:
    partnership = _partnership(chosen)
    from frankpledge.progress import queries

    told = [_told(one) for one in queries.rounds_of(partnership)]
    if chosen.json:
        print_json(told)
        return 0
    for one in told:
        print(f"{one['name']:<18} {one['stage']:<10} due {one['due']}  {one['period']}")
    if not told:
        print("No rounds yet.")
    return 0


def open_one(chosen: argparse.Namespace) -> int:
    round_ = _round(chosen)
    from frankpledge.progress import changes

    with refusable():
        if round_.stage == "planned":
            changes.open_round(round_=round_, by=_by())
        sent = changes.ask(round_=round_, by=_by())
    return _say(chosen, round_, f"{len(sent)} letters are on their way.", {"letters": len(sent)})


def status(chosen: argparse.Namespace) -> int:
    round_ = _round(chosen)
    from frankpledge.progress import queries

    page = queries.round_page(round_)
    leads = [
        {
            "lead": one.request.called,
            "state": one.key,
            "answered": one.answered,
            "of": one.of,
            "reminded": one.reminded,
            "late": one.is_late,
            "letters": [{"kind": each.kind, "state": each.state} for each in one.letters],
        }
        for one in page.asked
    ]
    if chosen.json:
        print_json({**_told(round_), "leads": leads})
        return 0
    done, of = page.answered_promises, page.promises
    stage = round_.get_stage_display()
    print(f"{_told(round_)['period']}: {stage}. {done} of {of} promises answered.")
    widest = max((len(asked.request.called) for asked in page.asked), default=0)
    for asked in page.asked:
        late = ", late" if asked.is_late else ""
        counted = f"{asked.answered} of {asked.of}"
        print(f"{asked.request.called:<{widest}} {counted:<9} {asked.words}{late}")
    return 0


def remind(chosen: argparse.Namespace) -> int:
    round_ = _round(chosen)
    from frankpledge.progress import changes

    with refusable():
        sent = changes.remind(round_=round_, by=_by())
    return _say(chosen, round_, f"{len(sent)} reminders are on their way.", {"letters": len(sent)})


def freeze(chosen: argparse.Namespace) -> int:
    round_ = _round(chosen)
    from frankpledge.progress import changes

    with refusable():
        if round_.stage == "asked":
            changes.start_review(round_=round_, by=_by())
        made = changes.freeze(round_=round_, by=_by())
    told = {"hash": made.hash, "version": made.version}
    return _say(chosen, round_, f"Frozen, version {made.version}: {made.hash}", told)


def publish(chosen: argparse.Namespace) -> int:
    round_ = _round(chosen)
    from frankpledge.progress import changes

    with refusable():
        changes.publish(round_=round_, by=_by())
    return _say(chosen, round_, "Published.", {})


def verify(chosen: argparse.Namespace) -> int:
    round_ = _round(chosen)
    from frankpledge.progress.verifying import faults_of

    faults = faults_of(round_)
    if chosen.json:
        print_json({**_told(round_), "faults": faults})
    else:
        for fault in faults:
            print(fault)
        print(f"{len(faults)} faults." if faults else "Nothing was altered.")
    return 1 if faults else 0


def _say(chosen: argparse.Namespace, round_: Any, words: str, more: dict[str, Any]) -> int:
    if chosen.json:
        print_json({**_told(round_), **more})
    else:
        print(words)
    return 0


def _by() -> Any:
    from frankpledge.record.lines import System

    return System(BY)


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


def _round(chosen: argparse.Namespace) -> Any:
    partnership = _partnership(chosen)
    from frankpledge.progress import queries

    if not chosen.round:
        rounds = queries.rounds_of(partnership)
        if not rounds:
            raise Cannot("This partnership has no rounds yet. Plan one on the desk.")
        return queries.round_in(partnership, rounds[0].pk)
    try:
        return queries.round_named(partnership, chosen.round)
    except queries.NotThere as error:
        raise Cannot(
            f"There is no round called {chosen.round}. frankpledge round list names them."
        ) from error


def _told(round_: Any) -> dict[str, Any]:
    from frankpledge.progress.queries import period_words

    return {
        "name": round_.name,
        "period": period_words(round_),
        "stage": round_.stage,
        "opens": round_.opens_on.isoformat(),
        "due": round_.due_on.isoformat(),
        "published": round_.published_on.isoformat() if round_.published_on else None,
    }
