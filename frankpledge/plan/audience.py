"""Who may see which field at the least. Publishing is by field, and this is the list."""

from enum import IntEnum


class Audience(IntEnum):
    """From the narrowest to the widest."""

    RESTRICTED = 0
    INTERNAL = 1
    BOARD = 2
    POLICING_BODY = 3
    MEMBERS = 4
    PUBLIC = 5


A = Audience

FIELDS: dict[str, Audience] = {
    "plan.title": A.PUBLIC,
    "plan.period": A.PUBLIC,
    "plan.introduction": A.PUBLIC,
    "plan.adopted_on": A.PUBLIC,
    "plan.adopted_by": A.MEMBERS,
    "plan.funding_note": A.POLICING_BODY,
    "priority.title": A.PUBLIC,
    "priority.about": A.PUBLIC,
    "priority.indicators": A.PUBLIC,
    "priority.alignments": A.PUBLIC,
    "priority.lead_organisations": A.PUBLIC,
    "action.aim": A.PUBLIC,
    "action.words": A.PUBLIC,
    "action.points": A.PUBLIC,
    "action.lead_organisations": A.PUBLIC,
    "action.lead_posts": A.MEMBERS,
    "action.lead_people": A.INTERNAL,
    "action.timescales": A.PUBLIC,
    "action.forecast_why": A.INTERNAL,
    "action.resources": A.INTERNAL,
    "action.closed_why": A.PUBLIC,
    "action.closed_by": A.BOARD,
    "outcome.words": A.PUBLIC,
    "outcome.targets": A.PUBLIC,
    "outcome.timescales": A.PUBLIC,
    "standing.state": A.PUBLIC,
    "standing.rating": A.PUBLIC,
    "standing.said_on": A.PUBLIC,
    "standing.said_by": A.INTERNAL,
    "standing.words": A.INTERNAL,  # public one by one, once somebody has read them for that
    "standing.condition": A.INTERNAL,
    "revision.words": A.PUBLIC,
    "revision.why": A.PUBLIC,
    "revision.decided_by": A.BOARD,
}


def sees(field: str, audience: Audience) -> bool:
    return FIELDS[field] >= audience
