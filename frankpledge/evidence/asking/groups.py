"""The columns that counts are split by, and the names of areas."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.scope import COLUMNS, Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.record.errors import Refused

BY = ("month", "area", "type")
NOWHERE = "no location"
OUTSIDE = "outside the look-ups"


@dataclass(frozen=True)
class Groups:
    by: tuple[str, ...]
    kind: str
    table: str = "cube"

    @property
    def places(self) -> str | None:
        return self.kind if "area" in self.by else None

    def of(self, scope: Scope) -> "Groups":
        """As they are named in the table that the scope is counted from."""
        return replace(self, table=scope.table(self.places))

    @property
    def columns(self) -> str:
        """What each row has, in the order of BY; an area is its code and what it is called."""
        said = []
        if "month" in self.by:
            said.append("month")
        if "area" in self.by:
            said += [COLUMNS[self.kind], f"{self._called} AS called"]
        if "type" in self.by:
            said.append("type")
        return ", ".join(said or ["dataset" if self.table == "own" else '"force"'])

    @property
    def groups(self) -> str:
        return self.columns.replace(" AS called", "")

    @property
    def _called(self) -> str:
        if self.kind == "district" and self.table != "own":
            return f"coalesce(district_name, '{NOWHERE}')"
        nowhere = "lsoa IS NULL" if self.table == "cube" else "nowhere"
        return f"CASE WHEN {nowhere} THEN '{NOWHERE}' ELSE '{OUTSIDE}' END"


def groups(by: Sequence[str], kind: str | None) -> Groups:
    for each in by:
        if each not in BY:
            raise Refused(f"Nothing is counted by {each}: there are month, area and type.")
    if kind is not None and kind not in COLUMNS:
        raise Refused(f"{kind} is no kind of area: there are {', '.join(COLUMNS)}.")
    return Groups(tuple(each for each in BY if each in by), kind or "district")


def names(asked: Engine, kind: str) -> dict[str, str]:
    return dict(put(asked, "names", {"kind": kind}))


def members(asked: Engine, scope: Scope, kind: str) -> list[str]:
    """The areas of a kind in the scope, in order of their codes."""
    rows = put(asked, "members", scope.values, column=COLUMNS[kind], within=scope.within)
    codes = sorted(code for (code,) in rows)
    named = reach(asked, scope, kind) if scope.own else set(codes)
    return [code for code in codes if code in named]


def reach(asked: Engine, scope: Scope, kind: str) -> set[str]:
    """Of a district that counts of one's own never name, nobody knows whether it had none."""
    wide = "county" if kind == "county" else "district"
    rows = put(asked, "own/reach", scope.values, column=COLUMNS[kind], wide=wide)
    return {code for (code,) in rows}
