"""Next year's promises find this year's, however they were numbered, worded, merged or parted."""

import random
import time
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from frankpledge.drafting.matching import Promise, changed_words, matched
from frankpledge.drafting.matching.likeness import likeness, stems, weights

VERBS = "Run Hold Visit Train Publish Review Fund Mend Light Watch".split()  # noqa: SIM905
THINGS = "shops alleys schools markets wardens lamps buses farms stations clinics".split()  # noqa: SIM905
WHY = ["against theft", "for victims", "with tenants", "about drugs", "on knives", "near pubs"]
PRIORITIES = ["Serious violence", "Theft from shops", "Neighbourhood nuisance"]


def plan(size: int, by: random.Random) -> list[Promise]:
    made = []
    for number in range(size):
        words = (
            f"{VERBS[number % 10]} {THINGS[number // 10 % 10]} {WHY[by.randrange(6)]} "
            f"in ward {by.choice('ABCDEFGH')}{number} every {by.choice(['week', 'month'])}"
        )
        under = PRIORITIES[number * 3 // size]
        rest = {"outcomes": f"At least {number} done", "timescale": "March 2027"}
        made.append(Promise(f"old{number}", words, f"{number + 1}", under, rest))
    return made


def again(each: Promise, name: str, **changed: str) -> Promise:
    fields = {"words": each.words, "ref": each.ref, "priority": each.priority, **changed}
    return Promise(name, rest=each.rest, **fields)


def reworded(words: str, by: random.Random) -> str:
    """A word or two are different; the rest stays."""
    listed = words.split()
    listed[by.randrange(len(listed))] = "jointly"
    return " ".join([*listed, "together"])


def test_an_unchanged_plan_is_the_same_throughout() -> None:
    old = plan(60, random.Random(1))
    found = matched([again(each, f"a{n}") for n, each in enumerate(old)], old)
    assert [match.old for match in found] == [each.id for each in old]
    assert {match.kind for match in found} == {"same"}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 60))
def test_what_was_done_to_a_plan_is_found_again(seed: int, size: int) -> None:
    """The oracle: we made the changes, so we know which promise goes on in which."""
    by = random.Random(seed)
    old = plan(size, by)
    kept = [each for each in old if by.random() < 0.8]
    truth: dict[str, str | None] = {}
    new = []
    for number, each in enumerate(kept):
        words = reworded(each.words, by) if by.random() < 0.4 else each.words
        made = again(each, f"a{number}", words=words, ref=str(by.randrange(99)))
        new.append(made)
        truth[made.id] = each.id
    new.append(Promise("fresh", "Buy a telescope so that astronomers may gaze", "1"))
    truth["fresh"] = None
    by.shuffle(new)
    found = {match.new: match.old for match in matched(new, old)}
    right = sum(1 for name, before in truth.items() if found[name] == before)
    assert right == len(truth)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.text("ab cd", max_size=9), max_size=7),
    st.lists(st.text("ab cd", max_size=9), max_size=7),
)
def test_whatever_the_words_each_promise_is_matched_once(new: list[str], old: list[str]) -> None:
    news = [Promise(f"n{at}", words) for at, words in enumerate(new)]
    olds = [Promise(f"o{at}", words) for at, words in enumerate(old)]
    found = matched(news, olds)
    assert [match.new for match in found] == [each.id for each in news]
    taken = [match.old for match in found if match.old]
    assert len(taken) == len(set(taken))
    assert set(taken) <= {each.id for each in olds}
    assert matched(news, olds) == found  # and again in the same way


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_on_small_plans_no_pairing_is_much_more_alike(seed: int) -> None:
    """Against every pairing there is: best first comes close to the best of all."""
    by = random.Random(seed)
    old = plan(5, by)
    new = [again(each, f"a{n}", words=reworded(each.words, by)) for n, each in enumerate(old)]
    by.shuffle(new)
    of = {each.id: stems(each.words) for each in (*old, *new)}
    scale = weights(of.values())

    def total(pairs: list[tuple[str, str]]) -> float:
        return sum(likeness(of[one], of[other], scale) for one, other in pairs)

    found = total([(match.new, match.old) for match in matched(new, old) if match.old])
    best = max(
        total([(each.id, other.id) for each, other in zip(new, order, strict=True)])
        for order in permutations(old)
    )
    assert found >= best * 0.95


def test_what_the_coordinator_chose_goes_before_every_guess() -> None:
    texts = ("Fit locks", "Hold a parade", "Train wardens", "Publish figures")
    old = [Promise(f"old{n}", text) for n, text in enumerate(texts)]
    new = [again(each, f"a{n}") for n, each in enumerate(old)]
    found = matched(new, old, {"a0": "old1", "a2": None})
    assert [match.old for match in found] == ["old1", None, None, "old3"]
    assert [match.chosen for match in found] == [True, False, True, False]
    assert found[1].likely[0] == "old1"  # it is still offered


def test_a_number_alone_makes_no_match() -> None:
    old = [Promise("old", "Fit locks for burgled homes", "1.1", "Homes")]
    (found,) = matched([Promise("new", "Hold a parade with drums", "1.1", "Homes")], old)
    assert found.old is None and found.kind == "new"


def test_with_its_number_and_priority_a_shortened_promise_is_known() -> None:
    old = [
        Promise(
            "o1",
            "Fit locks and lights for burgled homes within two days of the call",
            "1.1",
            "Homes",
        ),
        Promise("o2", "Visit all burgled homes again after a month", "1.2", "Homes"),
    ]
    (found,) = matched([Promise("n1", "Fit locks for burgled homes", "1.1", "Homes")], old)
    assert (found.old, found.kind) == ("o1", "changed")


def test_two_promises_that_became_one_are_told() -> None:
    old = [
        Promise("o1", "Give out purse bells at markets"),
        Promise("o2", "Train shop wardens every spring"),
    ]
    joined = "Give out purse bells at markets and train shop wardens each spring"
    (found,) = matched([Promise("n1", joined)], old)
    assert found.old in {"o1", "o2"}
    assert [found.old, *found.merged] in (["o1", "o2"], ["o2", "o1"])


def test_a_promise_that_became_two_is_told() -> None:
    old = [Promise("o1", "Give out purse bells at markets and train shop wardens in first aid")]
    new = [
        Promise("n1", "Give out purse bells at markets and train"),
        Promise("n2", "Train shop wardens"),
    ]
    first, second = matched(new, old)
    assert first.old == "o1"
    assert second.old is None and second.part_of == "o1"


def test_only_an_outcome_that_changed_makes_a_promise_changed() -> None:
    old = plan(1, random.Random(1))[0]
    new = Promise("a1", old.words, old.ref, old.priority, {**old.rest, "outcomes": "At least 9"})
    assert matched([new], [old])[0].kind == "changed"


def test_sixty_promises_against_sixty_take_well_under_three_tenths_of_a_second() -> None:
    by = random.Random(5)
    old = plan(60, by)
    new = [again(each, f"a{n}", words=reworded(each.words, by)) for n, each in enumerate(old)]
    started = time.process_time()
    matched(new, old)
    assert time.process_time() - started < 0.3


def test_changed_words_put_together_give_both_texts() -> None:
    old, new = "Two patrols a week in June", "Three patrols a week"
    pieces = changed_words(old, new)
    assert " ".join(words for what, words in pieces if what != "added") == old
    assert " ".join(words for what, words in pieces if what != "removed") == new
    assert pieces[0] == ("removed", "Two") and pieces[1] == ("added", "Three")


@given(st.text("ab ", max_size=40), st.text("ab ", max_size=40))
def test_no_word_of_either_text_is_left_out_of_what_changed(old: str, new: str) -> None:
    pieces = changed_words(old, new)
    before = [word for what, words in pieces if what != "added" for word in words.split()]
    after = [word for what, words in pieces if what != "removed" for word in words.split()]
    assert (before, after) == (old.split(), new.split())
