"""The forms of those who answer. The desk uses the same when it types for somebody."""

from frankpledge.replying.forms.answer import AnswerForm
from frankpledge.replying.forms.others import AskForm, PassForm, QuestionForm

__all__ = ["AnswerForm", "AskForm", "PassForm", "QuestionForm"]
