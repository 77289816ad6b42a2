"""The clock gives each job its turn, whatever another does."""

import pytest

from frankpledge.asking import clock


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[clock.Job]:
    made: list[clock.Job] = []
    monkeypatch.setattr(clock, "_jobs", made)
    return made


def test_a_job_runs_again_only_when_its_time_has_come(jobs: list[clock.Job]) -> None:
    ran: list[int] = []
    clock.every(minutes=1)(lambda: ran.append(1))
    clock.run_due()
    clock.run_due()
    assert ran == [1]
    clock.run_due(all_of_them=True)
    assert ran == [1, 1]


def test_a_job_that_fails_keeps_no_other_from_its_turn(
    jobs: list[clock.Job], caplog: pytest.LogCaptureFixture
) -> None:
    ran: list[int] = []

    def fails() -> None:
        raise RuntimeError("the disk is full")

    clock.every(minutes=1)(fails)
    clock.every(minutes=1)(lambda: ran.append(1))
    clock.run_due()
    assert ran == [1] and "tried again" in caplog.text


def test_the_rooms_have_given_the_clock_its_work() -> None:
    names = {job.work.__name__ for job in clock._jobs}  # type: ignore[attr-defined]
    assert names >= {"post_waiting", "open_what_is_due", "remind_what_is_due"}
