"""Who may: what an account holds in one partnership on one day."""

from dataclasses import dataclass

from django.db.models import Q

from frankpledge.partnership.models import Account, Partnership, RoleHolding
from frankpledge.partnership.roles import ROLES, Host, Permission


@dataclass(frozen=True)
class Access:
    account: Account
    partnership: Partnership
    roles: tuple[str, ...]
    permissions: frozenset[Permission]

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    @property
    def may_edit_plan(self) -> bool:  # for templates, which cannot pass arguments
        return self.may(Permission.EDIT_PLAN)

    @property
    def person_id(self) -> int:
        return self.account.person_id


def access(account: Account, partnership: Partnership) -> Access:
    held = _roles_held(account, partnership) if account.is_active else ()
    granted: frozenset[Permission] = frozenset()
    for role in held:
        granted |= ROLES[role].permissions
    if account.is_active and account.is_host:
        granted |= Host.permissions
    return Access(account, partnership, held, granted)


def _roles_held(account: Account, partnership: Partnership) -> tuple[str, ...]:
    here = Q(partnership=partnership)
    if partnership.county_id:
        # A county analyst works in every district of the county.
        here |= Q(partnership=partnership.county_id, role="county-analyst")
    held = RoleHolding.objects.current().filter(
        here, person=account.person_id, taken_at__isnull=True
    )
    return tuple(sorted(set(held.values_list("role", flat=True))))
