"""What must be there before figures can be shown: areas, their names, and the files."""

from collections.abc import Sequence
from dataclasses import dataclass

from frankpledge.evidence import asking
from frankpledge.evidence.asking.forces import forces_named
from frankpledge.evidence.asking.groups import members, names
from frankpledge.evidence.asking.own import datasets, types_and_months
from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.scope import Area as AreaAsked
from frankpledge.evidence.asking.scope import Scope, number_of
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.common import areas_of
from frankpledge.evidence.queries.screens.frame import county_of
from frankpledge.evidence.queries.weights import weights
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
        return tuple(sorted(str(name) for (name,) in put(asked, "types")))


def months_held(partnership: Partnership) -> tuple[Period, ...]:
    """Every month of street files, of whichever force; the newest first."""
    with asking.opened(partnership) as asked:
        rows = put(asked, "coverage", {"dataset": "street"})
    return tuple(Period(at) for at in sorted({number_of(row[2]) for row in rows}, reverse=True))


@dataclass(frozen=True)
class ToAsk:
    """What a question can be about, for a form."""

    areas: tuple[str, ...]  # the partnership's own, the widest first
    county: str
    within: tuple[str, ...]  # names of wards and districts, to choose from
    months: tuple[Period, ...]
    types: tuple[str, ...]
    forces: tuple[tuple[str, str], ...]  # that publish stops
    own: tuple[str, ...]  # counts that the partnership brought
    weights: tuple[str, ...]  # names of sets of weights of harm


def to_ask(partnership: Partnership, source: str = "") -> ToAsk:
    """Of what the police publish, or of counts that the partnership brought."""
    with asking.opened(partnership) as asked:
        ours = areas_of(asked, partnership)
        own = tuple(datasets(asked))
        if source in own:
            types, covered = types_and_months(asked, source)
            kinds, months = tuple(types), tuple(Period(at) for at in reversed(covered))
        else:
            kinds, months = types_published(partnership), months_held(partnership)
        return ToAsk(
            areas=tuple(each.name for each in ours),
            county=county_of(asked, ours[0]).name,
            within=_within(asked, ours),
            months=months,
            types=kinds,
            forces=tuple(sorted(forces_named(asked, "stops").items())),
            own=own,
            weights=tuple(dict.fromkeys(each.name for each in weights(partnership))),
        )


def _within(asked: Engine, ours: Sequence[AreaAsked]) -> tuple[str, ...]:
    found: set[str] = set()
    for kind in ("district", "ward"):
        called = names(asked, kind)
        for each in ours:
            found |= {called.get(code, code) for code in members(asked, Scope(each), kind)}
    return tuple(sorted(found))
