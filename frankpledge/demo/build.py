"""Building Loamshire. Each partnership is one transaction; what is built already is left alone."""

from collections.abc import Iterable

from django.db import transaction

from frankpledge.demo import later, members, promises
from frankpledge.demo.content import ORDER, Doc, read
from frankpledge.demo.counted import count_deliveries
from frankpledge.demo.days import Days
from frankpledge.demo.evidence import bring_evidence
from frankpledge.demo.feared import set_fear_beside
from frankpledge.demo.host import build_host, know_host
from frankpledge.demo.meant import say_what_targets_mean
from frankpledge.demo.papered import make_papers
from frankpledge.demo.rounds import live_through_rounds
from frankpledge.demo.world import HOST, World
from frankpledge.partnership import changes, queries
from frankpledge.partnership.models import Organisation, Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.record import lines
from frankpledge.record.models import HOST as HOST_CHAIN
from frankpledge.record.queries import lines_about

WHOLE = lines.Subject("demonstration", "loamshire", "Loamshire")


def is_built() -> bool:
    return lines_about(HOST_CHAIN, [(WHOLE.kind, WHOLE.id)]).exists()


def build() -> None:
    if is_built():
        return
    build_some(ORDER)
    bring_evidence(Days(today()))
    # What is counted comes before the rounds: each of them freezes what figures say.
    count_deliveries(Days(today()))
    set_fear_beside(Days(today()))
    say_what_targets_mean(Days(today()))
    live_through_rounds(Days(today()))
    make_papers(Days(today()))
    with transaction.atomic():
        lines.write(by=HOST, verb="demonstration.built", subject=WHOLE)


def build_some(names: Iterable[str]) -> None:
    """The host's things and these partnerships, in the order given."""
    world = World(Days(today()))
    with transaction.atomic():
        know_host(world) if Organisation.objects.exists() else build_host(world)
    for name in names:
        if queries.partnership_by_slug(name) is None:
            build_partnership(world, read(name, world.days))


@transaction.atomic
def build_partnership(world: World, content: Doc) -> None:
    place = members.open_place(world, content)
    _come_after(place.partnership, content, world)
    plans: dict[str, promises.Drafted] = {}
    for about in content.get("plans", []):
        drafted = promises.draft(place, about, plans)
        plans[about["key"]] = drafted
        later.live_through(drafted, plans)


def _come_after(partnership: Partnership, content: Doc, world: World) -> None:
    for about in content.get("after", []):
        changes.succeed(
            predecessors=[Partnership.objects.get(slug=about["slug"])],
            successors=[partnership],
            on=world.days.day(about["day"]),
            note=about["note"],
            by=HOST,
        )
