"""Every write to a round. Each is one transaction with its line in the record."""

from frankpledge.progress.changes.answering import (
    keep_typing,
    same_as_last,
    send_answer,
    take_up_late,
)
from frankpledge.progress.changes.doors import Revoked
from frankpledge.progress.changes.freezing import (
    freeze,
    publish,
    reopen,
)
from frankpledge.progress.changes.keeping import keep_for_next, keep_no_more
from frankpledge.progress.changes.letters import (
    bounced,
    call_off,
    mend_address,
    revoke,
    send_again,
)
from frankpledge.progress.changes.passing import pass_on
from frankpledge.progress.changes.questions import (
    answer_question,
    ask_question,
    withdraw_question,
)
from frankpledge.progress.changes.raising import decide_raised
from frankpledge.progress.changes.reminders import (
    remind,
    tell_board_member,
)
from frankpledge.progress.changes.returned import keep_returned
from frankpledge.progress.changes.reviewing import (
    agree,
    is_written_to,
    not_reported,
    send_back,
    undo_verdict,
)
from frankpledge.progress.changes.rounds import (
    ask,
    change_round,
    open_round,
    plan_round,
    remove_round,
    set_rhythm,
    start_review,
    undo_step,
)
from frankpledge.progress.changes.settling import settle, unsettle
from frankpledge.progress.changes.strikes import decide_strike, propose_strike, withdraw_strike
from frankpledge.progress.changes.uploads import keep_upload, remove_upload
from frankpledge.progress.changes.workbooks import send_workbook
from frankpledge.progress.changes.years import (
    ENDINGS,
    Ending,
    close_year,
    note_endings,
    start_next_plan,
)

__all__ = [
    "ENDINGS",
    "Ending",
    "Revoked",
    "agree",
    "answer_question",
    "ask",
    "ask_question",
    "bounced",
    "call_off",
    "change_round",
    "close_year",
    "decide_raised",
    "decide_strike",
    "freeze",
    "is_written_to",
    "keep_for_next",
    "keep_no_more",
    "keep_returned",
    "keep_typing",
    "keep_upload",
    "mend_address",
    "not_reported",
    "note_endings",
    "open_round",
    "pass_on",
    "plan_round",
    "propose_strike",
    "publish",
    "remind",
    "remove_round",
    "remove_upload",
    "reopen",
    "revoke",
    "same_as_last",
    "send_again",
    "send_answer",
    "send_back",
    "send_workbook",
    "set_rhythm",
    "settle",
    "start_next_plan",
    "start_review",
    "take_up_late",
    "tell_board_member",
    "undo_step",
    "undo_verdict",
    "unsettle",
    "withdraw_question",
    "withdraw_strike",
]
