from frankpledge.partnership.models.host import Account, Area, Organisation, Person
from frankpledge.partnership.models.people import (
    Contact,
    Group,
    GroupMember,
    GroupPlace,
    Membership,
    Post,
    PostHolder,
    RoleHolding,
)
from frankpledge.partnership.models.tenant import Partnership, Rating, Succession

__all__ = [
    "Account",
    "Area",
    "Contact",
    "Group",
    "GroupMember",
    "GroupPlace",
    "Membership",
    "Organisation",
    "Partnership",
    "Person",
    "Post",
    "PostHolder",
    "Rating",
    "RoleHolding",
    "Succession",
]
