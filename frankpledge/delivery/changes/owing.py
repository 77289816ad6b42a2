"""A period is over: its figures are owed. Long after, its link ends."""

from frankpledge.asking import links
from frankpledge.delivery.changes.returns import owe
from frankpledge.delivery.changes.telling import tell
from frankpledge.delivery.changes.turns import change
from frankpledge.delivery.models import Owed, Return
from frankpledge.record import lines


@change
def owe_what_is_over(*, return_: Return, by: lines.Author) -> int:
    """How many periods are owed anew."""
    many = owe(return_)
    if many:
        tell(return_, "return.owed", by, new={"periods": many})
    return many


@change
def end_old_link(*, owed: Owed, by: lines.Author) -> None:
    """What came stays. Whoever has more to say is sent a new one."""
    if links.end(partnership=owed.partnership, opens=[owed.about]):
        tell(owed, "return-owed.link-ended", by)
