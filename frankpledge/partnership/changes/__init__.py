"""Every write of this room. Each is one transaction and one line in the record."""

from frankpledge.partnership.changes.accounts import (
    close_account,
    forget_second_factor,
    open_account,
    sign_out_everywhere,
)
from frankpledge.partnership.changes.coordinators import appoint_coordinator
from frankpledge.partnership.changes.groups import (
    add_group,
    add_group_member,
    change_group,
    end_group,
    end_group_member,
)
from frankpledge.partnership.changes.hosts import (
    add_area,
    add_organisation,
    add_person,
    change_organisation,
    change_person,
    set_contact,
)
from frankpledge.partnership.changes.members import change_membership, join, leave
from frankpledge.partnership.changes.partnerships import end_partnership, open_partnership, succeed
from frankpledge.partnership.changes.places import name_areas
from frankpledge.partnership.changes.posts import (
    add_post,
    change_post,
    close_post,
    hold_post,
    leave_post,
)
from frankpledge.partnership.changes.ratings import (
    add_rating,
    change_rating,
    order_ratings,
    retire_rating,
)
from frankpledge.partnership.changes.roles import give_role, take_role
from frankpledge.partnership.changes.settings import (
    describe_partnership,
    remove_logo,
    set_logo,
)

__all__ = [
    "add_area",
    "add_group",
    "add_group_member",
    "add_organisation",
    "add_person",
    "add_post",
    "add_rating",
    "appoint_coordinator",
    "change_group",
    "change_membership",
    "change_organisation",
    "change_person",
    "change_post",
    "change_rating",
    "close_account",
    "close_post",
    "describe_partnership",
    "end_group",
    "end_group_member",
    "end_partnership",
    "forget_second_factor",
    "give_role",
    "hold_post",
    "join",
    "leave",
    "leave_post",
    "name_areas",
    "open_account",
    "open_partnership",
    "order_ratings",
    "remove_logo",
    "retire_rating",
    "set_contact",
    "set_logo",
    "sign_out_everywhere",
    "succeed",
    "take_role",
]
