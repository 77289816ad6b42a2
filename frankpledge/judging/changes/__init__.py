"""Every write to judgements. Each is one transaction with its line in the record."""

from frankpledge.judging.changes.attention import mark_seen, tell_attention
from frankpledge.judging.changes.deviations import accept_deviation, end_deviation
from frankpledge.judging.changes.history import keep_judgements
from frankpledge.judging.changes.indicators import (
    add_indicator,
    change_indicator,
    retire_indicator,
)
from frankpledge.judging.changes.meanings import mean
from frankpledge.judging.changes.pairs import add_pair, remove_pair

__all__ = [
    "accept_deviation",
    "add_indicator",
    "add_pair",
    "change_indicator",
    "end_deviation",
    "keep_judgements",
    "mark_seen",
    "mean",
    "remove_pair",
    "retire_indicator",
    "tell_attention",
]
