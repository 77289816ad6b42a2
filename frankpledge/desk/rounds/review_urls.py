"""The addresses of reading the answers. Each begins with the kind of row its number is of."""

from django.urls import path

from frankpledge.desk.rounds import (
    review,
    review_keeping,
    review_late,
    review_raised,
    review_reading,
    review_strikes,
)

ROUND, ITEM = "rounds/<int:pk>", "rounds/items/<int:pk>"
ANSWER = "rounds/answers/<int:pk>"

urlpatterns = [
    path(f"{ROUND}/review/", review.show_review, name="round-review"),
    path(f"{ROUND}/review/leave/", review.leave_doubt, name="round-doubt-leave"),
    path(f"{ROUND}/raised/", review_raised.show_raised, name="round-raised"),
    path(f"{ROUND}/strike/", review_strikes.propose, name="round-strike"),
    path(f"{ITEM}/review/", review_reading.read_item, name="item-read"),
    path(f"{ITEM}/not-reported/", review_reading.not_reported, name="item-not-reported"),
    path(f"{ANSWER}/send-back/", review_reading.send_back, name="answer-send-back"),
    path(f"{ANSWER}/take-up/", review_late.take_up, name="answer-take-up"),
    path(f"{ANSWER}/keep/", review_keeping.keep, name="answer-keep"),
    path("rounds/verdicts/<int:pk>/undo/", review_reading.undo, name="verdict-undo"),
    path("rounds/raised/<int:pk>/", review_raised.decide, name="raised"),
    path("rounds/strikes/<int:pk>/", review_strikes.decide, name="strike"),
    path("rounds/strikes/<int:pk>/withdraw/", review_strikes.withdraw, name="strike-withdraw"),
    path("rounds/questions/<int:pk>/answer/", review_raised.answer, name="question-answer"),
    path("rounds/questions/<int:pk>/withdraw/", review_raised.withdraw, name="question-withdraw"),
]
