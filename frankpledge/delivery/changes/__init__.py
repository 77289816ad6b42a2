"""Every write of the delivery room."""

from frankpledge.delivery.changes.asking import (
    ask_for,
    let_off,
    letter_came_back,
    mend_owed_address,
    remind_of,
    revoke_link,
    send_link_again,
)
from frankpledge.delivery.changes.log import (
    correct_activity,
    log_activity,
    withdraw_activity,
)
from frankpledge.delivery.changes.measures import (
    add_measure,
    bring_back_measure,
    change_measure,
    retire_measure,
)
from frankpledge.delivery.changes.owing import end_old_link, owe_what_is_over
from frankpledge.delivery.changes.replies import LinkRevoked, give_figures
from frankpledge.delivery.changes.returns import add_return, change_return, end_return, link_figure
from frankpledge.delivery.changes.surveys import (
    add_question,
    add_wave,
    change_question,
    correct_wave,
    withdraw_wave,
)
from frankpledge.delivery.changes.taking_in import import_log, import_waves

__all__ = [
    "LinkRevoked",
    "add_measure",
    "add_question",
    "add_return",
    "add_wave",
    "ask_for",
    "bring_back_measure",
    "change_measure",
    "change_question",
    "change_return",
    "correct_activity",
    "correct_wave",
    "end_old_link",
    "end_return",
    "give_figures",
    "import_log",
    "import_waves",
    "let_off",
    "letter_came_back",
    "link_figure",
    "log_activity",
    "mend_owed_address",
    "owe_what_is_over",
    "remind_of",
    "retire_measure",
    "revoke_link",
    "send_link_again",
    "withdraw_activity",
    "withdraw_wave",
]
