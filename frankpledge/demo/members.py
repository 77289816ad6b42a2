"""One partnership: how it calls itself, who belongs to it, who holds which post, which groups."""

from frankpledge.demo.content import Doc, as_list
from frankpledge.demo.host import add_organisation
from frankpledge.demo.world import HOST, Place, World
from frankpledge.language.states import State
from frankpledge.partnership import changes, queries, scales
from frankpledge.partnership.models import Area, Group, GroupPlace, Partnership

CLASSES = ("responsible", "cooperating", "participating", "invited")


def open_place(world: World, content: Doc) -> Place:
    county = queries.partnership_by_slug(content["county"]) if "county" in content else None
    areas = Area.objects.filter(name=content["area"], kind=content.get("kind", "district"))
    partnership = changes.open_partnership(
        slug=content["slug"],
        name=content["name"],
        kind=content.get("kind", "district"),
        place=content["place"],
        county=county,
        areas=list(areas),
        aliases=content.get("aliases", []),
        starts=world.days.day(content["starts"]),
        scale=_scale(content),
        by=HOST,
    )
    place = Place(world, partnership)
    _join_all(place, content)
    _add_people(place, content)
    place.partnership = _describe(place, content)
    _add_posts(place, content)
    _add_groups(place, content)
    place.ratings = {each.label.casefold(): each for each in queries.ratings(partnership)}
    return place


def _scale(content: Doc) -> tuple[scales.Step, ...]:
    if "scale" not in content:
        return scales.OURS
    return tuple(
        scales.Step(
            label=step["label"],
            shape=step["shape"],
            colour=step["colour"],
            meaning=step.get("meaning", ""),
            implies=step.get("implies", State.IN_PROGRESS),
            is_good=step.get("good", False),
        )
        for step in content["scale"]
    )


def _describe(place: Place, content: Doc) -> Partnership:
    return changes.describe_partnership(
        partnership=place.partnership, by=place.by, **content.get("describe", {})
    )


def _join_all(place: Place, content: Doc) -> None:
    for key, about in content.get("organisations", {}).items():
        place.organisations[key] = add_organisation(place.world, about)
    for standing in CLASSES:
        for listed in content["members"].get(standing, []):
            _join(place, standing, as_list(listed))


def _join(place: Place, standing: str, listed: list[str]) -> None:
    key, local_name, starts, ends = [*listed, "", "", "", ""][:4]
    changes.join(
        partnership=place.partnership,
        organisation=place.organisation(key),
        standing=standing,
        local_name=local_name,
        starts=place.days.day(starts) if starts else place.partnership.starts,
        ends=place.days.day(ends) if ends else None,
        by=place.by,
    )


def _add_people(place: Place, content: Doc) -> None:
    for key, about in content.get("people", {}).items():
        person = place.people[key] = changes.add_person(
            name=about["name"],
            organisation=place.organisation(about["at"]),
            partnership=place.partnership,
            by=place.by,
        )
        reach = {name: about[name] for name in ("email", "phone", "initials") if name in about}
        if reach:
            changes.set_contact(partnership=place.partnership, person=person, by=place.by, **reach)
        _let_in(place, key, about)


def _let_in(place: Place, key: str, about: Doc) -> None:
    if "roles" not in about:
        return
    person = place.people[key]
    account = changes.open_account(
        person=person, email=about["email"], partnership=place.partnership, by=place.by
    )
    for role in about["roles"]:
        changes.give_role(partnership=place.partnership, person=person, role=role, by=place.by)
    if "coordinator" in about["roles"] and place.by is HOST:
        place.by = account  # from here on the coordinator does the work, as in life


def _add_posts(place: Place, content: Doc) -> None:
    for key, about in content.get("posts", {}).items():
        post = place.posts[key] = changes.add_post(
            partnership=place.partnership,
            title=about["title"],
            organisation=place.organisation(about["of"]) if "of" in about else None,
            mailbox=about.get("mailbox", ""),
            by=place.by,
        )
        for person, starts, *rest in about.get("held", []):
            changes.hold_post(
                post=post,
                person=place.people[person],
                starts=place.days.day(starts),
                ends=place.days.day(rest[0]) if rest else None,
                by=place.by,
            )
        if "closed" in about:
            changes.close_post(post=post, on=place.days.day(about["closed"]), by=place.by)


def _add_groups(place: Place, content: Doc) -> None:
    for key, about in content.get("groups", {}).items():
        place.groups[key] = group = changes.add_group(
            partnership=place.partnership,
            local_name=about["name"],
            abbreviation=about.get("short", ""),
            kind=about["kind"],
            meets=about.get("meets", ""),
            starts=place.days.day(about["since"]) if "since" in about else None,
            group=_lent(about["joins"]) if "joins" in about else None,
            by=place.by,
        )
        for part in ("chair", "secretary", "member"):
            for named in as_list(about.get(part)):
                _add_member(place, group, part, named)


def _lent(name: str) -> Group:
    """A group that already serves another partnership, by the name it has there."""
    return GroupPlace.objects.select_related("group").get(local_name=name).group


def _add_member(place: Place, group: GroupPlace, part: str, named: str) -> None:
    kind, _, key = named.partition(":")
    changes.add_group_member(
        place=group,
        part=part,
        organisation=place.organisation(key) if kind == "org" else None,
        post=place.posts[key] if kind == "post" else None,
        person=place.people[key] if kind == "person" else None,
        by=place.by,
    )
