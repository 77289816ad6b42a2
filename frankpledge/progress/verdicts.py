"""What has been made of the answers to one promise, in one round."""

from collections.abc import Iterable

from frankpledge.progress.models import Answer, Item, Verdict


def of_this_promise(item: Item) -> dict[str, object]:
    """Whoever leads it together is answered for together."""
    return {"item__action": item.action_id, "item__request__round": item.request.round_id}


def version_of(answers: int, verdicts: Iterable[Verdict]) -> int:
    """Grows with every answer, verdict and undoing: who reads knows whether it is still so."""
    made = list(verdicts)
    return answers + len(made) + sum(one.undone_at is not None for one in made)


def version_now(item: Item) -> int:
    here = of_this_promise(item)
    return version_of(Answer.objects.filter(**here).count(), Verdict.objects.filter(**here))


def counting(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The newest that was not undone."""
    standing = [one for one in verdicts if one.undone_at is None]
    return max(standing, key=lambda one: one.pk, default=None)


def sent_back(verdicts: Iterable[Verdict], newest: Answer | None) -> Verdict | None:
    """The question that waits for a new answer."""
    verdict = counting(verdicts)
    waits = verdict and newest and verdict.kind == "sent-back" and verdict.answer_id == newest.pk
    return verdict if waits else None
