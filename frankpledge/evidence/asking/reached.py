"""Which districts counts of one's own are of: of the others nobody knows whether they had none."""

from frankpledge.evidence.asking.groups import names, reach
from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.record.errors import Refused

SHOWN = 8


def note(asked: Engine, scope: Scope) -> str:
    """Empty where every district of the scope is named."""
    named, every = _districts(asked, scope)
    if scope.own is None or len(named) == len(every):
        return ""
    called = names(asked, "district")
    listed = ", ".join(called.get(code, code) for code in named[:SHOWN]) or "none"
    more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
    return f"Of {len(every)} districts here {scope.own.dataset} name {len(named)}: {listed}{more}."


def must_be_whole(asked: Engine, scope: Scope) -> None:
    """Over the people of all districts, counts of some would be too low a rate."""
    named, every = _districts(asked, scope)
    if scope.own and len(named) < len(every):
        raise Refused(
            f"{scope.own.dataset} name {len(named)} of the {len(every)} districts here: a rate "
            "over the people of all would be too low. Name a district, or ask by district."
        )


def _districts(asked: Engine, scope: Scope) -> tuple[list[str], list[str]]:
    if scope.own is None or scope.area is None or scope.own.level in ("", "county"):
        return [], []
    rows = put(asked, "members", scope.values, column="district", within=scope.within)
    every = sorted(code for (code,) in rows)
    held = reach(asked, scope, "district")
    return [code for code in every if code in held], every
