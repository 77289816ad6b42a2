"""A partnership's plan on a page: the current one, an earlier one, or one as it once was."""

from django.http import HttpRequest, HttpResponse

from frankpledge.partnership.models.dated import today
from frankpledge.partnership.queries import members, predecessors, successors
from frankpledge.public import finding
from frankpledge.public.answering import page, public_page
from frankpledge.public.around import around
from frankpledge.public.showing.bodies import kinds, members_by_standing
from frankpledge.public.showing.notices import notice_of
from frankpledge.public.showing.plan import plan_page
from frankpledge.public.showing.record import other_plans


@public_page
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    return _shown(finding.published(slug))


@public_page
def earlier_plan(request: HttpRequest, slug: str, plan_id: int) -> HttpResponse:
    return _shown(finding.published_plan(slug, plan_id))


@public_page
def published(request: HttpRequest, slug: str, freeze_id: int) -> HttpResponse:
    return _shown(finding.published(slug, freeze_id))


def _shown(found: finding.Published) -> HttpResponse:
    partnership = found.partnership
    bodies = members(partnership, past=True)
    context = {
        **around(partnership, "public:plan"),
        "place": partnership.place or partnership.name,
        "predecessors": predecessors(partnership),
        "successors": successors(partnership),
        "has_ended": partnership.ends is not None and partnership.ends < today(),
        "members": members_by_standing(bodies),
        "to": found.to,
    }
    if found.chosen is None:
        return page("public/no_plan.html", context)
    context |= {
        "page": plan_page(found.body, found.to, kinds(bodies), today()),
        "notice": notice_of(found),
        "others": other_plans(found.newest, found.chosen, found.to, today()),
        "freeze": found.chosen.freeze,
    }
    return page("public/plan.html", context)
