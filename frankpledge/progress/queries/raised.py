"""Single rows of a review, reached through their partnership; concerns, decisions and questions."""

from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Action
from frankpledge.plan.queries import NotThere
from frankpledge.progress.models import Question, Raised, Round, Verdict


def verdict_in(partnership: Partnership, pk: int) -> Verdict:
    found = Verdict.objects.filter(item__request__round__partnership=partnership, pk=pk)
    verdict = found.select_related("item__request__round__partnership").first()
    if verdict is None:
        raise NotThere
    return verdict


def raised_in(partnership: Partnership, pk: int) -> Raised:
    found = Raised.objects.filter(answer__item__request__round__partnership=partnership, pk=pk)
    raised = found.select_related(
        "answer__item__action", "answer__item__request__round__partnership"
    ).first()
    if raised is None:
        raise NotThere
    return raised


def raised_in_round(round_: Round) -> list[Raised]:
    """Those that wait first."""
    found = Raised.objects.filter(answer__item__request__round=round_)
    rows = found.select_related("answer__item__action")
    return sorted(rows, key=lambda one: (one.decided != "", one.pk))


def question_in(partnership: Partnership, pk: int) -> Question:
    found = Question.objects.filter(round__partnership=partnership, pk=pk)
    question = found.select_related("round__partnership", "item__request__link").first()
    if question is None:
        raise NotThere
    return question


def questions_of(round_: Round) -> list[Question]:
    found = Question.objects.filter(round=round_, withdrawn_at=None)
    return sorted(
        found.select_related("action"), key=lambda one: (one.answered_at is not None, one.pk)
    )


def questions_about(round_: Round, action: Action) -> list[Question]:
    return list(Question.objects.filter(round=round_, action=action, withdrawn_at=None))
