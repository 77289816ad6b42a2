"""What all partnerships of the county share: its bodies, its areas, and who keeps the machine."""

from frankpledge.demo.content import Doc, read
from frankpledge.demo.world import HOST, World
from frankpledge.partnership import changes
from frankpledge.partnership.models import Area, Organisation


def build_host(world: World) -> None:
    content = read("host", world.days)
    for key, about in content["organisations"].items():
        world.organisations[key] = add_organisation(world, about)
    for person in content["people"]:
        _add_keeper(world, person)
    _add_areas(content)


def know_host(world: World) -> None:
    """The same bodies again, where they were built before."""
    content = read("host", world.days)
    by_name = {each.name: each for each in Organisation.objects.all()}
    for key, about in content["organisations"].items():
        world.organisations[key] = by_name[about["name"]]


def add_organisation(world: World, about: Doc) -> Organisation:
    day = world.days.day
    return changes.add_organisation(
        name=about["name"],
        short_name=about.get("short", ""),
        aliases=about.get("aliases", []),
        kind=about["kind"],
        opened=day(about["opened"]) if "opened" in about else None,
        closed=day(about["closed"]) if "closed" in about else None,
        follows=world.organisations[about["follows"]] if "follows" in about else None,
        by=HOST,
    )


def _add_keeper(world: World, about: Doc) -> None:
    at = world.organisations[about["at"]]
    person = changes.add_person(name=about["name"], organisation=at, by=HOST)
    changes.open_account(person=person, email=about["email"], is_host=True, by=HOST)


def _add_areas(content: Doc) -> None:
    top = content["areas"]
    county = _area(top["code"], "county", top["name"], None)
    for district in top["districts"]:
        parent = _area(district["code"], "district", district["name"], county)
        for number, name in enumerate(district.get("wards", []), start=1):
            _area(f"{district['code']}W{number:02}", "ward", name, parent)


def _area(code: str, kind: str, name: str, parent: Area | None) -> Area:
    return changes.add_area(code=code, kind=kind, vintage=2024, name=name, parent=parent, by=HOST)
