"""What the board is asked to do, and what its minutes want: decisions, concerns, strikes. Pure."""

from frankpledge.papers.blocks import Block, Cell, Head, Heading, Items, Row, Table
from frankpledge.papers.contents import parts
from frankpledge.papers.promises import Promise, day_in_words, natural, promises_of, silent
from frankpledge.papers.source import Doc, Source, period_words

STRIKES = "Proposed to be struck"
KINDS = (("decision", "Decisions asked of the board"), ("concern", "Concerns"))


def asked(source: Source) -> list[Block]:
    """What is recommended, what leads want decided, what may be struck, who has said nothing."""
    by_pk = {one.pk: one for one in promises_of(source)}
    wanted = list(source.given.recommendations)
    wanted += [_decision(one, by_pk) for one in _raised("decision", by_pk, source)]
    wanted += [_strike_it(one, by_pk) for one in _strikes(by_pk, source)]
    missed = silent(by_pk.values())
    if missed:
        told = "; ".join(f"{one.ref or one.short} ({one.lead or 'no lead'})" for one in missed)
        wanted.append(f"hear why nothing was reported of {told}, and name who answers.")
    wanted = wanted or ["note how the plan stands."]
    cells = tuple(Cell(words) for words in wanted)
    return [Heading("The board is asked to"), Items(cells, numbered=True)]


def _decision(raised: Doc, by_pk: dict[int, Promise]) -> str:
    ref = by_pk[raised["action"]].ref
    return f"decide, for {ref}: {raised['words']}" if ref else f"decide: {raised['words']}"


def _strike_it(strike: Doc, by_pk: dict[int, Promise]) -> str:
    words = f"decide whether to strike {_what(strike, by_pk)}"
    return words if words.endswith(("…", ".")) else f"{words}."


def _what(strike: Doc, by_pk: dict[int, Promise]) -> str:
    """'3.4, Put marshals on the station rank', with the outcome of it that is meant."""
    one = by_pk[strike["action_id"]]
    words = f"{one.ref}, {one.short}" if one.ref else one.short
    outcome = _outcome(strike, one)
    return f"{words}: its outcome “{outcome}”" if outcome else words


def _outcome(strike: Doc, one: Promise) -> str:
    return next((each.label for each in one.outcomes if each.pk == strike["outcome_id"]), "")


def raised(source: Source) -> list[Block]:
    """As minutes would want them, each with room for what was decided."""
    by_pk = {one.pk: one for one in promises_of(source)}
    made: list[Block] = []
    for kind, title in KINDS:
        rows = tuple(_row(one, by_pk) for one in _raised(kind, by_pk, source))
        if rows:
            heads = (
                Head("Ref", 0.6),
                Head("Promise", 3),
                Head("What is raised", 4),
                Head("Decided", 2),
            )
            made += [Heading(title, 3), Table(title, heads, rows, row_head=1)]
    return parts.headed("Decisions and concerns", [*made, *strikes(source)])


def _raised(kind: str, by_pk: dict[int, Promise], source: Source) -> list[Doc]:
    rows = [one for one in source.raised if one["kind"] == kind and one["action"] in by_pk]
    return sorted(rows, key=lambda one: natural(by_pk[one["action"]].ref))


def _row(one: Doc, by_pk: dict[int, Promise]) -> Row:
    promise = by_pk[one["action"]]
    named = Cell(promise.short, said=True, meta=promise.lead)
    return Row((Cell(promise.ref), named, Cell(str(one["words"]), said=True), Cell("")))


def strikes(source: Source) -> list[Block]:
    """Proposed in the round, or in one before it; then those that were typed for this paper."""
    by_pk = {one.pk: one for one in promises_of(source)}
    rows = tuple(_strike(one, by_pk) for one in _strikes(by_pk, source))
    typed = tuple(Cell(one) for one in source.given.strikes)
    heads = (
        Head("Ref", 0.6),
        Head("What", 3),
        Head("Why", 3),
        Head("Proposed", 2),
        Head("Decided", 1.4),
    )
    made: list[Block] = [Table(STRIKES, heads, rows, row_head=1)] if rows else []
    made += [Items(typed)] if typed else []
    return parts.headed(STRIKES, made, level=3)


def _strikes(by_pk: dict[int, Promise], source: Source) -> list[Doc]:
    return sorted(source.strikes, key=lambda one: natural(by_pk[one["action_id"]].ref))


def _strike(one: Doc, by_pk: dict[int, Promise]) -> Row:
    promise = by_pk[one["action_id"]]
    outcome = _outcome(one, promise)
    what = Cell(outcome, said=True, meta=f"Of: {promise.short}") if outcome else None
    return Row(
        (
            Cell(promise.ref),
            what or Cell(promise.short, said=True, meta=promise.lead),
            Cell(one["why"], said=True),
            Cell(one["by"], meta=f"{day_in_words(one['at'])}, in the round {_round(one)}"),
            Cell(""),
        )
    )


def _round(strike: Doc) -> str:
    return period_words(strike["round"]["starts"], strike["round"]["ends"])
