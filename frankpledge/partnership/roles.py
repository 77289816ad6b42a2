"""Roles as plain classes with named permissions."""

from enum import StrEnum


class Permission(StrEnum):
    SEE_DESK = "see the desk"
    SEE_INTERNAL = "see what is internal to the partnership"
    SEE_RESTRICTED = "see restricted actions"
    SEE_CONTACTS = "see how to reach people"
    SEE_RECORD = "see the record of changes"
    EDIT_PLAN = "change the plan"
    ADOPT_PLAN = "adopt and publish the plan"
    SAY_OWN = "say how their own actions stand"
    SAY_ANY = "say how any action stands"
    RUN_ROUNDS = "run rounds and read what is for the coordinator alone"
    EDIT_PEOPLE = "change people, posts, groups and organisations"
    EDIT_SETTINGS = "change the partnership's settings"
    GRANT_ROLES = "give and take roles"
    LOAD_EVIDENCE = "load and restore evidence"
    LOG_DELIVERY = "log what was done and how many"
    MAKE_PAPERS = "make papers and approve them"
    EDIT_HOST = "keep the installation and its partnerships"


P = Permission


class Role:
    key: str
    name: str
    says: str
    permissions: frozenset[Permission]


class Reader(Role):
    key = "reader"
    name = "Reader"
    says = "Reads the plan and what was said, without people's contact details."
    permissions = frozenset({P.SEE_DESK, P.SEE_INTERNAL})


class BoardMember(Role):
    key = "board"
    name = "Board member"
    says = "Reads everything that goes to the board, and the record of changes."
    permissions = Reader.permissions | {P.SEE_RECORD}


class Lead(Role):
    key = "lead"
    name = "Lead"
    says = "Reads the plan and says how their own actions stand."
    permissions = Reader.permissions | {P.SAY_OWN, P.LOG_DELIVERY}


class Analyst(Role):
    key = "analyst"
    name = "Analyst"
    says = "Reads the plan, its targets and the record of changes, and loads evidence."
    permissions = Reader.permissions | {*(P.SEE_RECORD, P.SAY_OWN, P.LOAD_EVIDENCE, P.LOG_DELIVERY)}


class CountyAnalyst(Role):
    key = "county-analyst"
    name = "County analyst"
    says = "An analyst in every district partnership of the county."
    permissions = Analyst.permissions


class Coordinator(Role):
    key = "coordinator"
    name = "Coordinator"
    says = "Owns the plan, its people and its settings."
    permissions = frozenset(set(Permission) - {P.EDIT_HOST})


class Host(Role):
    key = "host"
    name = "Host"
    says = "Keeps the installation: its partnerships, areas and organisations."
    permissions = frozenset({P.SEE_DESK, P.EDIT_HOST, P.GRANT_ROLES, P.EDIT_SETTINGS})


# What may be given in a partnership. Host is a mark on the account, since it is of no partnership.
ROLES: dict[str, type[Role]] = {
    role.key: role for role in (Coordinator, Lead, Analyst, BoardMember, Reader, CountyAnalyst)
}
ROLE_CHOICES = [(role.key, role.name) for role in ROLES.values()]
