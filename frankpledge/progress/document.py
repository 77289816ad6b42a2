"""A round as one document: who was asked, what they said, and what was made of it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from frankpledge.asking.models import Letter
from frankpledge.progress.models import (
    Answer,
    Item,
    Kept,
    OutcomeAnswer,
    ProposedStrike,
    Question,
    Raised,
    Request,
    Round,
    Settled,
    Step,
    Upload,
    Verdict,
)
from frankpledge.progress.models.strikes import waiting_before
from frankpledge.record.told import told

Doc = dict[str, Any]
STRIKE = "pk action_id outcome_id why at by withdrawn_at decided decided_on decided_by decided_why"
ANSWER = (
    "pk via said_by said_by_is_name typed_by said_on no_change happened why next_step help_needed "
    "help_from by_priority evidence is_late after_freeze taken_up_at standing_id"
)


def whole_round(round_: Round) -> Doc:
    """Addresses of people are left out: they are of no use to whoever reads it in ten years."""
    items = Item.objects.filter(request__round=round_)
    return {
        **fields(round_, "pk plan_id starts ends audiences stage opens_on due_on note"),
        "steps": [
            fields(step, "kind at by why undone_at undone_by")
            for step in Step.objects.filter(round=round_)
        ],
        "requests": _requests(round_, items),
        "settled": [fields(one, "doubt how at by") for one in Settled.objects.filter(round=round_)],
        "questions": [
            fields(one, "pk action_id item_id asked_by to words answer answered_by answered_at")
            for one in Question.objects.filter(round=round_)
        ],
        "strikes": strikes_told(round_, Q(round=round_) | waiting_before(round_)),
    }


def strikes_told(round_: Round, which: Q | None = None) -> list[Doc]:
    """What the board is asked to strike; all that the plan ever had unless some are chosen."""
    found = ProposedStrike.objects.filter(which or Q(round__plan=round_.plan_id))
    return [
        {**fields(one, STRIKE), "round": fields(one.round, "pk starts ends")}
        for one in found.select_related("round")
    ]


def _requests(round_: Round, items: Any) -> list[Doc]:
    letters = _letters(round_)
    by_request = defaultdict(list)
    for item, doc in _items(items):
        by_request[item.request_id].append(doc)
    return [
        {
            **fields(request, "pk called asked_at board_told_at called_off_at passed_from_id"),
            "opened": told(request.link.first_opened_at) if request.link else None,
            "letters": letters.get(request.about, []),
            "items": by_request.get(request.pk, []),
        }
        for request in Request.objects.filter(round=round_).select_related("link")
    ]


def _letters(round_: Round) -> dict[str, list[Doc]]:
    about = [f"request:{pk}" for pk in _pks(Request.objects.filter(round=round_))]
    found = defaultdict(list)
    for letter in Letter.objects.filter(about__in=about).order_by("pk"):
        found[letter.about].append(fields(letter, "kind state made_at sent_at"))
    return found


def _pks(rows: Any) -> list[int]:
    return list(rows.order_by().values_list("pk", flat=True))


def _items(items: Any) -> Iterable[tuple[Item, Doc]]:
    answers = _by(_answers(items), "item_id")
    verdicts = _by(Verdict.objects.filter(item__in=items), "item_id")
    for item in items:
        yield (
            item,
            {
                **fields(item, "pk action_id only_periods passed_to_id passed_at passed_why"),
                "answers": [doc for _, doc in answers.get(item.pk, [])],
                "verdicts": [
                    fields(
                        one,
                        "pk answer_id kind is_public public_words words at by undone_at undone_by",
                    )
                    for one in verdicts.get(item.pk, [])
                ],
            },
        )


def _by(rows: Iterable[Any], name: str) -> dict[int, list[Any]]:
    found = defaultdict(list)
    for row in rows:
        one = row[0] if isinstance(row, tuple) else row
        found[getattr(one, name)].append(row)
    return found


def _answers(items: Any) -> list[tuple[Answer, Doc]]:
    answers = Answer.objects.filter(item__in=items)
    outcomes = _by(
        OutcomeAnswer.objects.filter(answer__in=answers).select_related("rating"), "answer_id"
    )
    kept = _by(Kept.objects.filter(answer__in=answers), "answer_id")
    uploads = _by(Upload.objects.filter(answer__in=answers), "answer_id")
    raised = _by(Raised.objects.filter(answer__in=answers), "answer_id")
    return [
        (
            answer,
            answer_doc(
                answer,
                outcomes.get(answer.pk, []),
                uploads.get(answer.pk, []),
                raised.get(answer.pk, []),
                kept.get(answer.pk, []),
            ),
        )
        for answer in answers
    ]


def answer_doc(
    answer: Answer,
    outcomes: Iterable[OutcomeAnswer],
    uploads: Iterable[Upload],
    raised: Iterable[Raised],
    kept: Iterable[Kept] = (),
) -> Doc:
    return {
        **fields(answer, ANSWER),
        "sent_at": told(answer.sent_at),
        "outcomes": [
            {
                **fields(one, "outcome_id state rating condition nothing_because standing_id"),
                "figure": _number(one.figure),
                "of": _number(one.of),
            }
            for one in outcomes
        ],
        "uploads": [fields(one, "name kind size sha256") for one in uploads],
        "kept_for_the_next_round": [fields(one, "at by undone_at undone_by") for one in kept],
        "raised": [
            fields(one, "pk kind words decided for_the_board decided_why decided_by")
            for one in raised
        ],
    }


def _number(value: Any) -> str | None:
    return None if value is None else f"{value.normalize():f}"


def fields(row: Any, names: str) -> Doc:
    return {name: told(getattr(row, name)) for name in names.split()}
