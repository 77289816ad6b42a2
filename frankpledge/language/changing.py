"""Targets that move a figure: cut by a tenth, from 649 to 518, no increase."""

import re

from frankpledge.language.clauses import trimmed
from frankpledge.language.moves import Move, limited, moves_in
from frankpledge.language.numbers import number_at, percent_at
from frankpledge.language.phrases import quantities
from frankpledge.language.quantities import Quantity, quantity_at
from frankpledge.language.signed import baseline_of, shares, signed, so_much_more
from frankpledge.language.statements import Statement
from frankpledge.language.target_model import UP_TO, Target
from frankpledge.language.target_words import BY_ITSELF, DIRECTIONS, NOUNS, participle
from frankpledge.language.tokens import Line
from frankpledge.language.wordlist import words

LEADING = words("to a an the achieve further overall at least minimum of annual no zero nil")
# What is held where it was: a rise of the first is worse, of the second better.
UNWANTED = words(
    "crime crimes burglary burglaries robbery robberies violence violent asb antisocial disorder "
    "offences offending reoffending incidents theft thefts damage arson fires complaints victims "
    "casualties deaths calls graffiti litter fear truancy exclusions assaults"
)
WANTED = words(
    "confidence satisfaction detection detections reporting referrals attendance membership "
    "participation engagement patrols visits coverage recycling trust feeling safe"
)
ENDS = words("by against from compared through on with")

BESIDE = {"below": "down", "lower": "down", "above": "up", "higher": "up"}


def read_change(statement: Statement) -> Target | None:
    line = statement.words
    moves = moves_in(line, quantities(line))
    apart = _below(statement) or signed(statement) or so_much_more(statement)
    if apart or not moves:
        return apart or shares(statement) or _held(statement)
    if limited(line, moves):
        return _limit(statement, moves)
    return (
        _nought(statement, moves[0])
        or _from_to(statement, moves[0])
        or _by_much(statement, moves)
        or _by_itself(statement, moves[0])
    )


def _target(statement: Statement, move: Move, quantity: Quantity | None, **more: object) -> Target:
    about = bool(quantity and quantity.about)
    strict = bool(quantity and quantity.strict)
    fields: dict[str, object] = {"what": _subject(statement.words, move), "direction": move.way}
    fields["baseline"] = baseline_of(statement.comparator)
    fields |= {"approximate": about, "strict": strict, "comparator": statement.comparator}
    fields |= more
    return Target("change", statement.printed, **fields)  # type: ignore[arg-type]


def _by_much(statement: Statement, moves: list[Move]) -> Target | None:
    line = statement.words
    found = quantities(line)
    for quantity in found:
        if not _is_size(line, quantity, moves):
            continue
        move = min(moves, key=lambda each: abs(each.at - quantity.first))
        points = line.word(quantity.last) in {"point", "points"} or (
            line.word(quantity.last + 1) == "points"
        )
        unit = "percentage points" if points else "%" if quantity.percent else "count"
        to = line.word(quantity.first - 1) == "to"
        size: dict[str, object] = {"reach": quantity.value} if to else {"number": quantity.value}
        if to and not quantity.percent and line[quantity.last].kind == "word":
            size["what"] = trimmed(line, quantity.last, len(line))
        if quantity.up_to:
            size["findings"] = (UP_TO,)
        more = {"upper": quantity.upper, "actual": _achieved(line, found), **size}
        return _target(statement, move, quantity, unit=unit, **more)
    return None


def _is_size(line: Line, quantity: Quantity, moves: list[Move]) -> bool:
    """Whether this number is how far the figure is to move."""
    before, after = line.word(quantity.first - 1), line.word(quantity.last)
    led = any(each.at < quantity.first for each in moves)
    if quantity.base is not None:
        return False
    if before in {"by", "to"} and led:
        return (
            quantity.percent
            or (after not in {"year", "years", "s"} and before == "by")
            or (before == "to" and line[quantity.last].kind == "end")
            or (before == "to" and line.word(quantity.first - 2) in DIRECTIONS)
        )
    if not quantity.percent:
        return after in {"fewer"} or (before == "of" and line.word(quantity.first - 2) in NOUNS)
    if after == "of":
        return False
    next_words = {line.word(at) for at in range(quantity.last, quantity.last + 4)}
    touching = any(
        abs(each.at - quantity.first) <= 3 and each.at < quantity.first for each in moves
    )
    return bool(next_words & DIRECTIONS.keys()) or touching


def _from_to(statement: Statement, move: Move) -> Target | None:
    """Reduce burglary from 649 to 518; the comparison was not cut off, as no year follows."""
    line = statement.words
    for at in range(move.at, len(line)):
        if line.word(at) != "from":
            continue
        first = percent_at(line, at + 1) or number_at(line, at + 1)
        if not first:
            continue
        to = next(
            (
                here
                for here in range(first[1], min(first[1] + 3, len(line)))
                if line.word(here) == "to"
            ),
            0,
        )
        last = (percent_at(line, to + 1) or number_at(line, to + 1)) if to else None
        if last:
            unit = "%" if percent_at(line, at + 1) or percent_at(line, to + 1) else "count"
            way = "down" if last[0] < first[0] else "up"
            return _target(
                statement,
                Move(move.at, way, move.noun),
                None,
                unit=unit,
                baseline=first[0],
                reach=last[0],
            )
    return None


def _by_itself(statement: Statement, move: Move) -> Target | None:
    """Halve, double; by half, by a third."""
    line = statement.words
    size = BY_ITSELF.get(line.word(move.at))
    if size is not None:
        return _target(statement, move, None, unit="%", number=size)
    for at in range(move.at, len(line)):
        if line.word(at) == "by" and line.word(at + 1) == "half":
            return _target(statement, move, None, unit="%", number=50.0)
    return None


def _limit(statement: Statement, moves: list[Move]) -> Target | None:
    """No rise of more than so much: it says how far it may go, and is judged by a person."""
    what = _subject(statement.words, next(move for move in moves if move.noun))
    return Target("direction", statement.printed, what=what)


def _nought(statement: Statement, move: Move) -> Target | None:
    """No increase in burglary: the figure may stay or move the other way."""
    before = statement.words.word(move.at - 1)
    if before not in {"no", "zero", "nil"} or not move.noun:
        return None
    way = "not up" if move.way == "up" else "not down"
    return _target(statement, move, None, unit="%", number=0.0, direction=way)


def _below(statement: Statement) -> Target | None:
    """Serious violence 5 % below the three-year average."""
    line = statement.whole
    for at in range(len(line)):
        size = percent_at(line, at)
        if size and line.word(size[1]) in BESIDE:
            return Target(
                "change",
                statement.printed,
                number=size[0],
                unit="%",
                what=trimmed(line, 0, at),
                direction=BESIDE[line.word(size[1])],
                comparator=trimmed(line, size[1], len(line)),
            )
    return None


def _held(statement: Statement) -> Target | None:
    """Maintain burglary at last year's level: no rise, or no fall of what is wanted."""
    line = statement.words
    way = _held_way(statement)
    if line.word(0) not in {"maintain", "keep", "sustain", "hold"} or not statement.comparator:
        return None
    if not way:
        return None
    return _target(statement, Move(0, way, False), None, unit="%", number=0.0)


def _held_way(statement: Statement) -> str:
    """Said ("at or below"), or known from what it is; else nobody can tell which way is worse."""
    said = f"{statement.words.printed} {statement.comparator}".lower()
    if re.search(r"\b(?:at or below|at or under|no (?:higher|more)|below|under)\b", said):
        return "not up"
    if re.search(r"\b(?:at or above|at or over|at least|no (?:lower|less)|above|over)\b", said):
        return "not down"
    named = {token.text for token in statement.words.tokens}
    return "not down" if named & WANTED else "not up" if named & UNWANTED else ""


def _subject(line: Line, move: Move) -> str:
    """What is to move: after "reduction in", after the verb, or before it."""
    if move.noun:
        for at in range(move.at + 1, min(move.at + 6, len(line))):
            if line.word(at) in {"in", "of"} and not quantity_at(line, at + 1):
                return _until_end(line, at + 1)
    after = _until_end(line, move.at + 1)
    before = trimmed(line, _past_lead(line, 0), _before_verb(line, move.at))
    passive = before and (participle(line.word(move.at)) or line.word(move.at - 1) == "to")
    return before if passive or not after else after


def _before_verb(line: Line, at: int) -> int:
    while line.word(at - 1) in {"to", "will", "be", "been", "has", "have", "is", "should"}:
        at -= 1
    return at


def _past_lead(line: Line, at: int) -> int:
    while line.word(at) in LEADING or line[at].kind == "percent":
        at += 1 + (line.word(at + 1) in {"point", "points"})
    return at


def _until_end(line: Line, at: int) -> str:
    end = at
    start = at = at + (line.word(at) == "of")
    while end < len(line) and not _ends(line, end) and not _amounts(line, end, start):
        if line.word(end) in {"(", ";", ",", "to", "than"} and end > at:
            break
        end += 1
    return trimmed(line, at, end)


def _amounts(line: Line, at: int, start: int) -> bool:
    """A percentage, or a number with its "no less than" or "between"."""
    said = quantity_at(line, at) if at < start + 3 else None
    return line[at].kind == "percent" or bool(said and said.said)


def _ends(line: Line, at: int) -> bool:
    """ "By 16 %" ends what is to move; "offending by young people" does not."""
    word = line.word(at)
    if word in {"by", "on", "with", "through"}:
        return quantity_at(line, at + 1) is not None or line.word(at + 1) in {"half", "achieving"}
    return word in ENDS


def _achieved(line: Line, found: list[Quantity]) -> str:
    """... by achieving a 25 % reduction: what came of it, told in the same breath."""
    for one in found[1:]:
        before = {line.word(at) for at in range(max(0, one.first - 3), one.first)}
        if before & {"achieving", "achieved"}:
            return trimmed(line, one.first, one.last)
    return ""
