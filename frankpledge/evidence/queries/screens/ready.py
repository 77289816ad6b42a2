"""What must be there before figures can be shown: areas, their names, and the files."""

from dataclasses import dataclass

from frankpledge.evidence import asking
from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.scope import number_of
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.periods import Period
from frankpledge.partnership.models import Area, Partnership

ANSWERABLE = ("county", "district")


@dataclass(frozen=True)
class Ready:
    areas: int  # counties and districts that are known
    named: tuple[str, ...]
    forces: int

    @property
    def is_whole(self) -> bool:
        return bool(self.areas and self.named and self.forces)


def ready(partnership: Partnership) -> Ready:
    known = Area.objects.filter(kind__in=ANSWERABLE).values("code").distinct().count()
    named = dict.fromkeys(partnership.areas.order_by("name").values_list("name", flat=True))
    with asking.opened(partnership) as asked:
        forces = {row[0] for row in put(asked, "coverage", {"dataset": "street"})}
    return Ready(known, tuple(named), len(forces))


def types_published(partnership: Partnership) -> tuple[str, ...]:
    with asking.opened(partnership) as asked:
        return types_in(asked)


def types_in(asked: Engine) -> tuple[str, ...]:
    return tuple(sorted(str(name) for (name,) in put(asked, "types")))


def months_held(partnership: Partnership) -> tuple[Period, ...]:
    """Every month of street files, of whichever force; the newest first."""
    with asking.opened(partnership) as asked:
        return months_in(asked)


def months_in(asked: Engine) -> tuple[Period, ...]:
    rows = put(asked, "coverage", {"dataset": "street"})
    return tuple(Period(at) for at in sorted({number_of(row[2]) for row in rows}, reverse=True))
