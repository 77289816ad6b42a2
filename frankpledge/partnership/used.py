"""Whether anybody has judged by a rating: rooms below tell, since what was said stays said."""

from collections.abc import Callable

from frankpledge.partnership.models import Rating

Used = Callable[[Rating], bool]
_tellers: list[Used] = []


def tells_use(used: Used) -> Used:
    _tellers.append(used)
    return used


def is_used(rating: Rating) -> bool:
    return any(used(rating) for used in _tellers)
