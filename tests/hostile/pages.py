"""Every address of the desk with every kind of id that there is in the tests' universe."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django.db.models import Model, Q
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from frankpledge.asking.models import Letter
from frankpledge.delivery.models import (
    Activity,
    Asked,
    LogImport,
    Measure,
    Owed,
    Return,
    SurveyQuestion,
    Wave,
)
from frankpledge.drafting.models import Draft, Habit
from frankpledge.evidence.models import Load, Step
from frankpledge.judging.models import Deviation, Indicator, Pair
from frankpledge.papers.models import Build, PaperFile
from frankpledge.partnership.models import (
    GroupMember,
    GroupPlace,
    Membership,
    Partnership,
    Person,
    Post,
    PostHolder,
    Rating,
    RoleHolding,
)
from frankpledge.plan.models import (
    Action,
    ActionLink,
    Outcome,
    Placement,
    Plan,
    Priority,
    Standing,
    Target,
    Timescale,
)
from frankpledge.progress.models import (
    Answer,
    Item,
    ProposedStrike,
    Question,
    Raised,
    Request,
    Round,
    Upload,
    Verdict,
)

# By the beginning of an address's name: what its number is the id of. The longest fits first.
KINDS: dict[str, tuple[type[Model], str]] = {
    "plan": (Plan, "partnership"),
    "priority-new": (Plan, "partnership"),
    "priority": (Priority, "plan__partnership"),
    "action-new": (Plan, "partnership"),
    "action": (Action, "plan__partnership"),
    "outcome-new": (Action, "plan__partnership"),
    "outcome": (Outcome, "action__plan__partnership"),
    "placement": (Placement, "action__plan__partnership"),
    "link": (ActionLink, "action__plan__partnership"),
    "forecast": (Timescale, "action__plan__partnership"),
    "standing": (Standing, "outcome__action__plan__partnership"),
    "person": (Person, "contacts__partnership"),
    "role-give": (Person, "contacts__partnership"),
    "role-take": (RoleHolding, "partnership"),
    "membership": (Membership, "partnership"),
    "post-leave": (PostHolder, "post__partnership"),
    "post": (Post, "partnership"),
    "group-member-new": (GroupPlace, "partnership"),
    "group-member": (GroupMember, "place__partnership"),
    "group": (GroupPlace, "partnership"),
    "rating": (Rating, "partnership"),
    "round": (Round, "partnership"),
    "request": (Request, "round__partnership"),
    "item": (Item, "request__round__partnership"),
    "answer": (Answer, "item__request__round__partnership"),
    "verdict": (Verdict, "item__request__round__partnership"),
    "raised": (Raised, "answer__item__request__round__partnership"),
    "strike": (ProposedStrike, "round__partnership"),
    "question": (Question, "round__partnership"),
    "upload": (Upload, "partnership"),
    "letter": (Letter, "partnership"),
    "form": (Request, "round__partnership"),
    "load": (Load, "partnership"),
    "step": (Step, "partnership"),
    "pair": (Pair, "partnership"),
    "activity": (Activity, "partnership"),
    "import": (LogImport, "partnership"),
    "measure": (Measure, "partnership"),
    "survey": (SurveyQuestion, "partnership"),
    "wave": (Wave, "question__partnership"),
    "return": (Return, "partnership"),
    "return-figure": (Asked, "of__partnership"),
    "owed": (Owed, "of__partnership"),
    "judged": (Outcome, "action__plan__partnership"),
    "deviation": (Deviation, "outcome__action__plan__partnership"),
    "target": (Target, "outcome__action__plan__partnership"),
    "indicator": (Indicator, "partnership"),
    "paper": (Build, "partnership"),
    "paper-file": (PaperFile, "build__partnership"),
    "draft": (Draft, "partnership"),
    "draft-forget": (Habit, "partnership"),
}
# Pages that are there only while a round is at that stage.
STAGES = {"round-remove": "planned", "round-reopen": "frozen", "round-publish": "frozen"}
# What stands in an address beside the partnership's word and the number.
WORDS = {"what": "help", "way": "up", "named": "marshwick", "one": "a1"}
WORDS |= {"paper": "board", "layout": "standard", "table": "volume"}
WORDS |= {"kind": "burglary", "code": "L1001W01", "key": "asb"}
NUMBER = 987654321


def desk_patterns() -> list[URLPattern]:
    return [pattern for pattern, _ in _chains()]


@cache
def _chains() -> list[tuple[URLPattern, set[str]]]:
    desk = next(p for p in get_resolver().url_patterns if str(p.pattern) == "desk/")
    return list(_all(desk, set()))


def _all(one: URLPattern | URLResolver, before: set[str]) -> Iterator[tuple[URLPattern, set[str]]]:
    names = before | set(one.pattern.converters)
    if isinstance(one, URLPattern):
        yield one, names
        return
    for below in one.url_patterns:
        yield from _all(below, names)


@cache
def converters(name: str) -> frozenset[str]:
    return frozenset(next(names for pattern, names in _chains() if pattern.name == name))


def kind_of(name: str) -> tuple[type[Model], str]:
    fits = [prefix for prefix in KINDS if name == prefix or name.startswith(f"{prefix}-")]
    assert fits, f"say in KINDS what the number in the address of {name} is the id of"
    return KINDS[max(fits, key=len)]


def address(name: str, slug: str, pk: Any = None) -> str:
    """The address of that name; `pk` goes in unchecked, as somebody could type it."""
    known: dict[str, Any] = {**WORDS, "slug": slug, "pk": NUMBER}
    if "upload_id" in converters(name):
        known["upload_id"] = _form_of(pk)
    made = reverse(f"desk:{name}", kwargs={key: known[key] for key in converters(name)})
    return made.replace(str(NUMBER), str(pk))


def _form_of(request: Any) -> int:
    """A form that came back for this request, where it is the id of one."""
    if not isinstance(request, int):
        return 1
    found = Upload.objects.filter(item__request=request, name__endswith=".xlsx").first()
    return found.pk if found else 1


def takes_id(name: str) -> bool:
    return "pk" in converters(name)


def in_partnership(name: str) -> bool:
    return "slug" in converters(name)


Choose = Callable[[type[Model], str], Model | None]


def first_of(partnership: Partnership, plan: Plan) -> Choose:
    """One row of each kind: in this plan where the kind belongs to plans."""

    def choose(model: type[Model], path: str) -> Model | None:
        rows = model._default_manager.filter(**{path: partnership})
        if model is Plan:
            rows = rows.filter(pk=plan.pk)
        elif "plan__partnership" in path:
            way = path.removesuffix("partnership").removesuffix("__")
            rows = rows.filter(**{way: plan})
            if model in (Action, Outcome):
                rows = rows.exclude(Q(state="struck") | Q(state="carried"))
        elif model is RoleHolding:
            rows = rows.exclude(role="coordinator")
        return rows.order_by("pk").first()

    return choose


def _at_stage(name: str, partnership: Partnership) -> Round | None:
    """The first round that is at the stage at which this page is there."""
    if name not in STAGES:
        return None
    rounds = Round.objects.filter(partnership=partnership, stage=STAGES[name])
    return rounds.order_by("pk").first()


def every_page(partnership: Partnership, plan: Plan) -> Iterator[tuple[str, str]]:
    """Name and address of every page of this partnership's desk."""
    choose = cache(first_of(partnership, plan))
    for pattern in desk_patterns():
        name = pattern.name or ""
        if not in_partnership(name):
            continue
        if not takes_id(name):
            yield name, address(name, partnership.slug)
            continue
        row = _at_stage(name, partnership) or choose(*kind_of(name))
        if row is not None:
            yield name, address(name, partnership.slug, row.pk)
