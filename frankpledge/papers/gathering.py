"""From the database to a source: the newest freeze, or for a draft, what one would hold now."""

import datetime
from pathlib import PurePath
from typing import Any

from django.utils import timezone

from frankpledge.papers.audiences import Audience
from frankpledge.papers.blocks import Logo
from frankpledge.papers.given import Given
from frankpledge.papers.source import Source, Whose, period_words, source_of
from frankpledge.partnership import logos
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Plan
from frankpledge.progress.models import Round
from frankpledge.record import freezes
from frankpledge.record.errors import Refused
from frankpledge.record.models import Freeze, Section

WHOSE = ("name", "strapline", "place", "colour", "help_words", "logo_says")


def freeze_for(of: Round | Plan) -> Freeze | None:
    kind = "round" if isinstance(of, Round) else "plan"
    return freezes.newest(chain=of.partnership.chain, kind=kind, subject_id=str(of.pk))


def whose_data(partnership: Partnership) -> dict[str, str]:
    """What is kept with a paper, so that it can be made again after these have changed."""
    made = {name: str(getattr(partnership, name)) for name in WHOSE}
    return {**made, "logo": partnership.logo.name or ""}


def from_freeze(
    freeze: Freeze,
    *,
    partnership: Partnership,
    whose: dict[str, str],
    audience: Audience,
    given: Given,
) -> Source:
    sections = dict(Section.objects.filter(freeze=freeze).values_list("name", "body"))
    return source_of(
        sections,
        whose=whose_of(partnership, whose),
        audience=audience,
        given=given,
        at=freeze.at,
        hash=freeze.hash,
        **_earlier(freeze.chain, sections.get("round"), freeze.at),
    )


def as_it_stands(
    of: Round | Plan, *, whose: dict[str, str], audience: Audience, given: Given
) -> Source:
    """A draft: what a freeze made now would hold, said to be a draft on every page."""
    kind = "round" if isinstance(of, Round) else "plan"
    sections = {name: body for name, (_, body) in freezes.collected(kind, of).items()}
    now = timezone.now()
    return source_of(
        sections,
        whose=whose_of(of.partnership, whose),
        audience=audience,
        given=given,
        at=now,
        **_earlier(of.partnership.chain, sections.get("round"), now),
    )


def _earlier(chain: str, round_: Any, at: datetime.datetime) -> dict[str, Any]:
    """The round before of the same plan, as it had been frozen by then: never as it was later."""
    if not round_:
        return {}
    others = Round.objects.filter(plan=round_["plan_id"], ends__lt=round_["starts"])
    for other in others.order_by("-ends", "-pk"):
        found = Freeze.objects.filter(
            chain=chain, kind="round", subject_id=str(other.pk), at__lt=at
        ).order_by("-version")
        if freeze := found.first():
            held = Section.objects.filter(freeze=freeze, name__in=("plan", "judgements"))
            sections = dict(held.values_list("name", "body"))
            return {
                "before": sections["plan"],
                "before_words": period_words(other.starts.isoformat(), other.ends.isoformat()),
                "before_judged": sections.get("judgements"),
            }
    return {}


def whose_of(partnership: Partnership, data: dict[str, str]) -> Whose:
    return Whose(
        name=data["name"],
        strapline=data["strapline"],
        place=data["place"],
        colour=data["colour"],
        help_words=data["help_words"],
        logo=_logo(partnership, data),
    )


def _logo(partnership: Partnership, data: dict[str, str]) -> Logo | None:
    """Its name holds the digest of its content: the same name is the same logo, or it is gone."""
    storage = partnership.logo.storage
    name = data.get("logo", "")
    kind = PurePath(name).suffix.removeprefix(".")
    if kind not in logos.TYPES or not storage.exists(name):
        return None
    with storage.open(name) as file:
        content = file.read(logos.MOST_BYTES + 1)
    if logos.fault_of(content):
        return None
    return Logo(content, kind, data["logo_says"] or data["name"])  # type: ignore[arg-type]


def frozen_or_refused(of: Round | Plan) -> Freeze:
    freeze = freeze_for(of)
    if freeze is None:
        what = "round is frozen" if isinstance(of, Round) else "plan is adopted"
        raise Refused(f"A final paper is made once the {what}. Until then, make a draft.")
    return freeze
