"""A question from one partner to another: it has an addressee, and in the end an answer."""

from django.utils import timezone

from frankpledge.asking.models import Link
from frankpledge.partnership.models import GroupPlace, Organisation, Person, Post
from frankpledge.plan.changes.decisions import checked, created
from frankpledge.progress.changes.doors import refuse_if_revoked
from frankpledge.progress.changes.telling import new_link, tell_coordinators, write_to
from frankpledge.progress.changes.turns import change
from frankpledge.progress.models import Item, Question
from frankpledge.progress.queries.wording import called
from frankpledge.progress.whom import Addresses, Whom
from frankpledge.record import lines
from frankpledge.record.errors import Refused


@change
def ask_question(
    *,
    item: Item,
    words: str,
    by: lines.Author,
    post: Post | None = None,
    person: Person | None = None,
    group: GroupPlace | None = None,
    organisation: Organisation | None = None,
    link: Link | None = None,
) -> Question:
    """Goes to the addressee by mail where we know how, and to the coordinator where we do not."""
    refuse_if_revoked(link)
    request = item.request
    addressee = post or person or group or organisation
    if addressee is None:
        raise Refused("Choose whom to ask.", field="who")
    if not words.strip():
        raise Refused("Type the question.", field="words")
    same = Question.objects.filter(
        item=item, words=words, post=post, person=person, group=group, organisation=organisation
    )
    asked = same.filter(withdrawn_at__isnull=True).first()
    if asked:  # a double press
        return asked
    partnership = request.round.partnership
    whom = Whom(called(addressee), post=post, person=person, group=group)
    email = Addresses(partnership).of(whom)
    question = created(
        Question,
        round=request.round,
        action=item.action,
        item=item,
        asked_by=request.called[:160],
        post=post,
        person=person,
        group=group,
        organisation=organisation,
        to=whom.called,
        email=email,
        words=words,
    )
    _send(question, by)
    _write_line(question, "question.asked", by, {"to": question.to, "words": words})
    return question


def _send(question: Question, by: lines.Author) -> None:
    partnership = question.round.partnership
    if not question.email:
        tell_coordinators(
            partnership,
            key=f"{question.about}:told",
            about=question.about,
            subject=f"A question for {question.to}",
            body=f"{question.asked_by} asks {question.to}:\n\n{question.words}\n\n"
            "We know no address for them. Please pass it on, and type their answer.\n",
            by=by,
        )
        return
    question.link = new_link(partnership, question.about, question.to, by)
    question.sent_at = timezone.now()
    question.save(update_fields=["link", "sent_at"])
    write_to(
        question.link,
        key=f"{question.about}:ask",
        about=question.about,
        kind="question",
        to=question.email,
        subject=f"{partnership.name}: a question from {question.asked_by}"[:200],
        body=f"{question.asked_by} has a question for you. Read and answer it here, without an "
        "account:\n\n{link}\n\n"
        f"It is about a promise of {partnership.name}.\n",
        by=by,
    )


@change
def answer_question(
    *,
    question: Question,
    words: str,
    answered_by: str,
    by: lines.Author,
    link: Link | None = None,
) -> Question:
    """A second answer follows the first and does not write over it."""
    refuse_if_revoked(link)
    question.refresh_from_db()
    if question.withdrawn_at:
        raise Refused("This question was withdrawn. Nothing more is needed.")
    if not words.strip():
        raise Refused("Type your answer.", field="words")
    if words in question.answer.split("\n\n--\n\n"):
        return question  # a double press
    before = [question.answer] if question.answer else []
    question.answer = "\n\n--\n\n".join([*before, words])
    question.answered_by, question.answered_at = answered_by[:160], timezone.now()
    checked(question).save(update_fields=["answer", "answered_by", "answered_at"])
    _write_line(
        question, "question.answered", by, {"words": words, "answered by": question.answered_by}
    )
    _tell_asker(question, by)
    return question


def _tell_asker(question: Question, by: lines.Author) -> None:
    asker = question.item.request if question.item else None
    if asker is None or asker.link is None or not asker.email or not asker.link.is_live:
        return
    number = len(question.answer.split("\n\n--\n\n"))
    write_to(
        asker.link,
        key=f"{question.about}:answered:{number}",
        about=question.about,
        kind="told",
        to=asker.email,
        subject=f"{question.to} has answered you"[:200],
        body="Your question has an answer. Read it beside your promise:\n\n{link}\n",
        by=by,
    )


@change
def withdraw_question(*, question: Question, by: lines.Author) -> Question:
    question.refresh_from_db()
    if question.answered_at:
        raise Refused("This question has an answer, so it stays.")
    if not question.withdrawn_at:
        question.withdrawn_at = timezone.now()
        question.save(update_fields=["withdrawn_at"])
        _write_line(question, "question.withdrawn", by, {})
    return question


def _write_line(question: Question, verb: str, by: lines.Author, new: dict[str, str]) -> None:
    lines.write(
        chain=question.round.partnership.chain,
        by=by,
        verb=verb,
        subject=lines.Subject("question", str(question.pk), f"a question to {question.to}"),
        new=new,
    )
