import datetime
from typing import Any

import pytest

from frankpledge.asking.links import link_by_token, revoke, token_of
from frankpledge.asking.models import Letter
from frankpledge.asking.posting import post_waiting
from frankpledge.delivery import changes, queries
from frankpledge.delivery.models import Owed, Reply
from frankpledge.delivery.timetable import (
    ask_what_is_due,
    end_what_is_old,
    owe_what_is_due,
    remind_what_is_late,
)
from frankpledge.record import checks, withdrawals
from frankpledge.record.errors import Refused
from frankpledge.record.models import Line
from tests.delivery.owing import DUE, QUARTER, Owing, a_return, at, at_day
from tests.small import BY, Small


def tick() -> None:
    for work in (owe_what_is_due, ask_what_is_due, remind_what_is_late):
        work()
    post_waiting()


def state(owing: Owing) -> str:
    return queries.owed_here(owing.owed).state.key


def test_a_period_is_owed_once_it_is_over(owing: Owing) -> None:
    assert (owing.owed.starts, owing.owed.due_on) == (QUARTER, DUE)
    owe_what_is_due()
    assert Owed.objects.count() == 1
    with at(1, 2, 2027):
        owe_what_is_due()
        owe_what_is_due()
    assert Owed.objects.count() == 2
    assert Line.objects.filter(verb="return.owed").count() == 1


def test_it_goes_from_due_to_asked_to_late_to_missing(owing: Owing) -> None:
    assert state(owing) == "due"
    owing.asked()
    assert state(owing) == "asked"
    with at(10, 31):
        assert state(owing) == "late"
    with at(12, 24):
        assert state(owing) == "missing"


def test_the_officer_is_asked_by_one_letter_with_one_link(owing: Owing) -> None:
    tick()
    tick()
    letter = Letter.objects.get()
    assert letter.to == "inspector@police.example" and letter.state == "sent"
    assert "July to September 2026" in letter.body and "- Assaults" in letter.body
    owing.owed.refresh_from_db()
    assert owing.owed.called == "Neighbourhood inspector, Police"
    assert owing.owed.link and owing.owed.link.opens == f"return:{owing.owed.pk}"
    assert queries.owed_behind(owing.owed.link) == owing.owed


def test_what_is_long_past_is_not_asked_by_itself(small: Small) -> None:
    with at(10, 5):
        a_return(small, starts=datetime.date(2025, 1, 1))
        assert Owed.objects.count() == 7
        tick()
    assert Owed.objects.filter(asked_at__isnull=False).count() == 1
    assert len(queries.ledger(small.partnership).returns[0].owed) == 7


def test_figures_come_and_nought_is_a_figure(owing: Owing) -> None:
    owing.asked()
    owing.given(12, 0, 9, 3, 0, 1)
    assert state(owing) == "received"
    first, second = queries.figures_of(owing.of)
    found = queries.returned(owing.small.partnership)
    assert [(one.month, one.months, one.count) for one in found[first.pk]] == [
        ("2026-07", 1, 12),
        ("2026-08", 1, 0),
        ("2026-09", 1, 9),
    ]
    assert set(queries.returned(owing.small.partnership, [second.pk])) == {second.pk}
    assert queries.returned(owing.small.other) == {}


def test_a_figure_for_the_whole_quarter_is_marked_as_one(small: Small) -> None:
    with at(10, 5):
        of = a_return(small, by_month=False)
        owing = Owing(small, of, Owed.objects.select_related("of__partnership").get())
        owing.given(41, 4)
    first = queries.figures_of(of)[0]
    (only,) = queries.returned(small.partnership)[first.pk]
    assert (only.month, only.months, only.count) == ("2026-07", 3, 41)


def test_who_cannot_give_one_says_why_and_it_is_no_nought(owing: Owing) -> None:
    owing.given(12, 0, "The system was changed over", 3, 0, 1)
    assert state(owing) == "in-part"
    first = queries.figures_of(owing.of)[0]
    months = [one.month for one in queries.returned(owing.small.partnership)[first.pk]]
    assert months == ["2026-07", "2026-08"]


def test_a_correction_follows_and_the_newest_counts(owing: Owing) -> None:
    first = owing.given(12, 0, 9, 3, 0, 1)
    assert owing.given(12, 0, 9, 3, 0, 1).pk == first.pk, "a double press"
    owing.given(13, 0, 9, 3, 0, 1, note="One was counted late")
    assert Reply.objects.count() == 2
    found = queries.returned(owing.small.partnership)
    assert found[queries.figures_of(owing.of)[0].pk][0].count == 13


def test_late_figures_are_taken_and_said_to_be_late(owing: Owing) -> None:
    owing.asked()
    with at(12, 24):
        owing.given(1, 2, 3, 0, 0, 0)
        assert state(owing) == "received-late"


def test_half_an_answer_is_refused(owing: Owing) -> None:
    figures = owing.figures(1, 2, 3, 0, 0, 0)
    for given, words in (
        (figures[:5], "changed meanwhile"),
        ([*figures, figures[0]], "changed meanwhile"),
        (owing.figures(1, 2, "", 0, 0, 0), "or say why"),
        (owing.figures(1, 2, -3, 0, 0, 0), "from 0 to"),
    ):
        with pytest.raises(Refused, match=words):
            changes.give_figures(owed=owing.owed, figures=given, press="p", by=BY)
    assert not Reply.objects.exists()


def test_reminders_go_out_on_their_days_and_then_no_more(owing: Owing) -> None:
    tick()
    sent = []
    for away in (-20, -3, -2, -1, 0, 1, 6, 7, 8, 13, 14, 15, 21, 28, 29, 60):
        with at_day(DUE + datetime.timedelta(days=away)):
            remind_what_is_late()
            remind_what_is_late()
            sent += [away] * (Letter.objects.filter(kind="remind").count() - len(sent))
    assert sent == [-2, 7, 14]


def test_who_has_answered_or_cannot_be_reached_is_not_reminded(owing: Owing) -> None:
    with pytest.raises(Refused, match="answered, cannot be reached"):
        changes.remind_of(owed=owing.owed, by=BY)
    owing.asked()
    with pytest.raises(Refused, match="today already"):
        changes.remind_of(owed=owing.owed, by=BY)
    with at(10, 20):
        changes.remind_of(owed=owing.owed, by=BY)
        owing.given(1, 2, 3, 0, 0, 0)
        assert Letter.objects.get(kind="remind").state == "called-off"
    with at(11, 7), pytest.raises(Refused):
        changes.remind_of(owed=owing.owed, by=BY)


def test_a_letter_that_came_back_stops_the_reminders_until_the_address_is_mended(
    owing: Owing,
) -> None:
    tick()
    changes.letter_came_back(letter=Letter.objects.get(), by=BY)
    with at(11, 7):
        remind_what_is_late()
        assert not Letter.objects.filter(kind="remind").exists()
        changes.mend_owed_address(owed=owing.owed, email="new@police.example", by=BY)
    assert Letter.objects.filter(kind="ask").count() == 2
    assert "new@police.example" not in str(list(Line.objects.values_list("content", flat=True)))


def test_a_revoked_link_keeps_nothing_and_a_new_one_does(owing: Owing) -> None:
    old = owing.asked().link
    assert old is not None
    changes.send_link_again(owed=owing.owed, by=BY)
    owing.owed.refresh_from_db()
    old = link_by_token(token_of(old))
    assert old and old.is_revoked and owing.owed.link != old
    with pytest.raises(changes.LinkRevoked):
        owing.given(1, 2, 3, 0, 0, 0, link=old)
    assert owing.owed.link
    owing.given(1, 2, 3, 0, 0, 0, link=owing.owed.link)
    revoke(link=owing.owed.link, by=BY, why="x")
    with pytest.raises(changes.LinkRevoked):
        owing.given(9, 9, 9, 0, 0, 0, link=owing.owed.link)


def test_a_link_ends_some_months_after_it_was_made_and_a_new_one_can_be_sent(
    owing: Owing,
) -> None:
    owing.asked()
    with at(1, 20, 2027):
        end_what_is_old()
        owing.owed.refresh_from_db()
        assert owing.owed.link and owing.owed.link.is_live
    with at(2, 20, 2027):
        end_what_is_old()
        end_what_is_old()
        owing.owed.refresh_from_db()
        assert owing.owed.link and not owing.owed.link.is_live
        changes.send_link_again(owed=owing.owed, by=BY)
        end_what_is_old()
        owing.owed.refresh_from_db()
        assert owing.owed.link and owing.owed.link.is_live
    assert Line.objects.filter(verb="return-owed.link-ended").count() == 1


def test_who_is_let_off_is_asked_no_more_and_their_link_ends(owing: Owing) -> None:
    owing.asked()
    changes.let_off(owed=owing.owed, why="The system changes over", by=BY)
    owing.owed.refresh_from_db()
    assert state(owing) == "let-off" and owing.owed.link and owing.owed.link.is_revoked
    with at(11, 7):
        remind_what_is_late()
    post_waiting()
    assert set(Letter.objects.values_list("state", flat=True)) == {"called-off"}


def test_figures_that_are_no_longer_asked_stay_as_they_came(owing: Owing) -> None:
    owing.given(12, 0, 9, 3, 0, 1)
    second = queries.figures_of(owing.of)[1]
    changes.change_return(return_=owing.of, version=1, figures=["Assaults", "Falls"], by=BY)
    assert [one.name for one in queries.figures_of(owing.of)] == ["Assaults", "Falls"]
    assert [one.count for one in queries.returned(owing.small.partnership)[second.pk]] == [3, 0, 1]


def test_after_its_end_nothing_is_owed(owing: Owing) -> None:
    changes.end_return(return_=owing.of, on=datetime.date(2026, 10, 5), why="No longer kept", by=BY)
    for month in (2, 5):
        with at(month, 2, 2027):
            owe_what_is_due()
            assert Owed.objects.count() == 2, "the quarter that had begun by then is still owed"
    assert queries.ledger(owing.small.partnership).returns[0].next_due is None


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"figures": []}, "at least one figure"),
        ({"starts": datetime.date(2026, 7, 2)}, "first day of a month"),
        ({"starts": datetime.date(1990, 7, 1)}, "within six years"),
        ({"grain": 5}, "how often"),
        ({"lag_days": 5000}, "within a year"),
        ({"remind_after": [0]}, "numbers from 1 to 90"),
        ({"remind_after": [1, 2, 3, 4, 5, 6, 7]}, "enough"),
    ],
)
def test_what_cannot_be_is_refused(small: Small, given: dict[str, Any], words: str) -> None:
    with at(10, 5), pytest.raises(Refused, match=words):
        a_return(small, **given)


def test_the_ledger_takes_as_many_queries_for_many_as_for_few(
    owing: Owing, django_assert_max_num_queries: Any
) -> None:
    for number in range(4):
        a_return(owing.small, name=f"Return {number}", starts=datetime.date(2025, 7, 1))
    owing.given(12, 0, 9, 3, 0, 1)
    with django_assert_max_num_queries(6):
        found = queries.ledger(owing.small.partnership)
        assert len(found.open) == 20
        assert [one.reply.said_by for here in found.returns for one in here.owed if one.reply]


def test_a_text_that_must_not_be_kept_goes_from_everywhere(owing: Owing) -> None:
    owing.given(12, 0, 9, 3, 0, 1, note="Rowan Ash was one of them")
    withdrawals.withdraw(
        chain=owing.small.partnership.chain, words="Rowan Ash", by=BY, why="A private person"
    )
    assert "Rowan" not in Reply.objects.get().note
    assert checks.verify(owing.small.partnership.chain) == []
