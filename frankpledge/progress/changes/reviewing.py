"""What the coordinator makes of an answer. The answer itself is never touched."""

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils import timezone

from frankpledge.asking import letters
from frankpledge.plan import changes as plan
from frankpledge.plan.changes.decisions import created
from frankpledge.progress import mail
from frankpledge.progress.changes.saying import say_in_plan
from frankpledge.progress.changes.steps import require_running
from frankpledge.progress.changes.telling import write_to
from frankpledge.progress.changes.turns import change
from frankpledge.progress.models import COUNTED, Answer, Item, Verdict
from frankpledge.progress.verdicts import counting, of_this_promise, version_now
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale


@change
def agree(
    *, answer: Answer, version: int, by: lines.Author, is_public: bool, public_words: str = ""
) -> Verdict:
    """Read and agreed. What is put otherwise for the public stands beside the lead's own words."""
    answer = _as_it_is(answer)
    _require_open(answer.item, version)
    if not answer.is_counted:
        raise Refused("This answer came after the freeze. Take it up first.")
    _say_again(answer, by)
    own = answer.standing.words if answer.standing else ""
    verdict = created(
        Verdict,
        item=answer.item,
        answer=answer,
        kind="agreed",
        is_public=is_public,
        public_words="" if _same(public_words, own) else public_words,
        by=by.record_name[:160],
    )
    _show_words(answer.item, by)
    edited = {"public words": verdict.public_words} if verdict.public_words else {}
    write_line(answer.item, "answer.agreed", by, {"public": is_public, **edited})
    return verdict


def _say_again(answer: Answer, by: lines.Author) -> None:
    """Of two answers one is agreed: the plan says that one, though another came after it."""
    later = [one for one in _in_time(answer.item) if one.pk > answer.pk]
    said_since = [one for one in later if (one.standing_id or 0) > (answer.standing_id or 0)]
    if not said_since:
        return
    if any(one.said_on > answer.said_on for one in said_since):
        raise Refused(
            "The other answer tells of a later day, so the plan goes on showing it. Agree that "
            "one, or send it back with a question."
        )
    if answer.standing and answer.standing.words_are_public:
        plan.publish_words(standing=answer.standing, public=False, by=by)
    say_in_plan(answer, by)


def _in_time(item: Item) -> QuerySet[Answer]:
    here = Answer.objects.filter(COUNTED, **of_this_promise(item))
    return here.select_related("standing__action__plan", "standing__outcome__action__plan")


@change
def send_back(*, answer: Answer, question: str, version: int, by: lines.Author) -> Verdict:
    """The lead finds it open again behind the same link, with the question above it."""
    answer = _as_it_is(answer)
    _require_open(answer.item, version)
    if not question.strip():
        raise Refused("Type the question.", field="question")
    if answer.item.passed_to_id:
        raise Refused("This was passed on since. Send back the answer of whoever has it now.")
    verdict = created(
        Verdict,
        item=answer.item,
        answer=answer,
        kind="sent-back",
        words=question,
        by=by.record_name[:160],
    )
    _show_words(answer.item, by)
    _write_to_lead(verdict, by)
    write_line(answer.item, "answer.sent-back", by, {"question": question})
    return verdict


def _write_to_lead(verdict: Verdict, by: lines.Author) -> None:
    """Who has no address or no link is to be rung: the page says so."""
    if not is_written_to(verdict.item):
        return
    request = verdict.item.request
    subject, body = mail.sent_back(verdict.item)
    write_to(
        request.link,  # type: ignore[arg-type]
        key=f"{request.about}:sent-back:{verdict.pk}",
        about=request.about,
        kind="sent-back",
        to=request.email,
        subject=subject,
        body=body,
        by=by,
    )


def is_written_to(item: Item) -> bool:
    request = item.request
    return bool(
        request.email and request.link and request.link.is_live and not request.called_off_at
    )


@change
def not_reported(*, item: Item, why: str, version: int, by: lines.Author) -> Verdict:
    """It will be printed as not reported, with the reason. A later answer is read all the same."""
    item = _item_as_it_is(item)
    _require_open(item, version)
    if not why.strip():
        raise Refused("Say why nothing is reported.", field="why")
    verdict = created(Verdict, item=item, kind="not-reported", words=why, by=by.record_name[:160])
    _show_words(item, by)
    write_line(item, "promise.not-reported", by, {}, why)
    return verdict


@change
def undo_verdict(*, verdict: Verdict, by: lines.Author) -> Verdict:
    """The one before it counts again. A question that has gone by mail is not called back."""
    verdict = Verdict.objects.get(pk=verdict.pk)
    item = _item_as_it_is(verdict.item)
    require_running(item.request.round)
    if verdict.undone_at:
        return verdict
    verdict.undone_at, verdict.undone_by = timezone.now(), by.record_name[:160]
    verdict.save(update_fields=["undone_at", "undone_by"])
    if verdict.kind == "sent-back":
        about = item.request.about
        partnership = item.request.round.partnership
        letters.call_off(partnership=partnership, about=about, kinds=("sent-back",))
    _show_words(item, by)
    write_line(item, "verdict.undone", by, {"was": verdict.get_kind_display()})
    return verdict


def _show_words(item: Item, by: lines.Author) -> None:
    """The public may read the words that are agreed as public, and no others of this round."""
    verdict = counting(Verdict.objects.filter(**of_this_promise(item)))
    is_public = bool(verdict and verdict.kind == "agreed" and verdict.is_public)
    answers = Answer.objects.filter(**of_this_promise(item), standing__isnull=False)
    for answer in answers.select_related("standing__action__plan"):
        shown = is_public and verdict is not None and verdict.answer_id == answer.pk
        _show(answer, shown, verdict.public_words if shown and verdict else "", by)


def _show(answer: Answer, shown: bool, edited: str, by: lines.Author) -> None:
    standing = answer.standing
    if standing and (standing.words_are_public, standing.public_words) != (shown, edited):
        plan.publish_words(standing=standing, public=shown, as_edited=edited, by=by)


def _require_open(item: Item, version: int) -> None:
    require_running(item.request.round)
    if item.dropped_at:
        raise Refused("This promise was struck or moved since it was asked for.")
    now = version_now(item)
    if now != version:
        raise Stale(version=now, current=_stands(item))


def _stands(item: Item) -> dict[str, object]:
    """What somebody else has made of it since, by the names that forms give it."""
    verdict = counting(Verdict.objects.filter(**of_this_promise(item)))
    if verdict is None:
        return {}
    words = verdict.answer.standing.words if verdict.answer and verdict.answer.standing else ""
    return {
        "verdict": verdict.get_kind_display(),
        "is_public": verdict.is_public,
        "public_words": verdict.public_words or words,
        "question": verdict.words if verdict.kind == "sent-back" else "",
        "why": verdict.words if verdict.kind == "not-reported" else "",
    }


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _as_it_is(answer: Answer) -> Answer:
    found = Answer.objects.select_related("standing__action__plan").get(pk=answer.pk)
    found.item = _item_as_it_is(found.item)
    return found


def _item_as_it_is(item: Item) -> Item:
    found = Item.objects.select_related("action__plan", "request__link", "request__round")
    return found.get(pk=item.pk)


def write_line(
    item: Item, verb: str, by: lines.Author, new: Mapping[str, object], why: str = ""
) -> None:
    lines.write(
        chain=item.request.round.partnership.chain,
        by=by,
        verb=verb,
        subject=lines.Subject("action", str(item.action_id), item.action.label),
        new=new,
        why=why,
    )
