"""What was counted, beside how many people or households it was counted among."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.asking.sizes import within
from frankpledge.evidence.asking.told import Told
from frankpledge.evidence.engines.engine import Engine


@dataclass(frozen=True)
class Rates:
    """Nothing where no rates were asked for. The answer's own words say what they are over."""

    per: int | None
    bases: Mapping[str, int]
    told: Told

    @classmethod
    def of(
        cls,
        asked: Engine,
        scope: Scope,
        told: Told,
        per: int | None,
        of: str,
        *,
        kind: str | None = None,
    ) -> Self:
        if per is None:
            return cls(None, {}, told)
        year = int(told.months[-1][:4])
        bases, years = within(asked, scope, kind, of, year)
        said = f"rates over {of} of {years}, for the months asked for, not made yearly"
        return cls(per, bases, told.with_method(said, per=f"{per:,} {of}"))

    def column(self, code: str, count: float) -> list[float | None]:
        """A cell, where rates are asked for; empty where nobody is known to live there."""
        if self.per is None:
            return []
        base = self.bases.get(code)
        return [count * self.per / base if base else None]
