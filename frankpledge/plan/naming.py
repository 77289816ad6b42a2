"""How a lead is called, to whom."""

from dataclasses import dataclass

from frankpledge.plan.audience import Audience, sees
from frankpledge.plan.models import Lead


@dataclass(frozen=True)
class Named:
    who: str  # the post, person or group
    organisation: str


def named(lead: Lead) -> Named:
    """Everything there is to say, for those inside the partnership."""
    organisation = organisation_of(lead)
    for one in (lead.post, lead.person, lead.group):
        if one is not None:
            return Named(str(one), organisation)
    if lead.everyone:
        return Named("All partners", "")
    return Named("", organisation) if organisation else Named(lead.printed, "")


def organisation_of(lead: Lead) -> str:
    if lead.organisation:
        return lead.organisation.called
    for one in (lead.post, lead.person):
        if one is not None and one.organisation:
            return one.organisation.called
    return ""


def in_words(lead: Lead) -> str:
    name = named(lead)
    return ", ".join(part for part in (name.organisation, name.who) if part)


def shown_to(lead: Lead, audience: Audience) -> str:
    """Organisations and groups are public; a person's name never is unless it was marked."""
    if lead.person and not (lead.name_is_public or sees("action.lead_people", audience)):
        return organisation_of(lead)
    if lead.post and not sees("action.lead_posts", audience):
        return organisation_of(lead)
    if audience is Audience.PUBLIC and not _is_known(lead):
        return ""  # printed words may hold anybody's name
    return in_words(lead)


def _is_known(lead: Lead) -> bool:
    return bool(lead.organisation or lead.post or lead.person or lead.group or lead.everyone)
