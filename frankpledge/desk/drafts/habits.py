"""What was decided about one file and is done to the next without asking."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.drafting import changes, queries
from frankpledge.drafting.models import Habit
from frankpledge.partnership.roles import Permission

EDIT = Permission.EDIT_PLAN


@desk_view(EDIT)
def show_habits(request: DeskRequest) -> HttpResponse:
    habits = [(habit, in_words(habit)) for habit in queries.habits_of(request.partnership)]
    context = {"habits": habits}
    return page(request, "desk/drafts/habits.html", context, here="desk:plan")


def in_words(habit: Habit) -> str:
    if habit.kind == "column":
        means = queries.MEANINGS.get(habit.means, habit.means).lower()
        return f"The column ‘{habit.said}’ means: {means}"
    if habit.kind == "status":
        return f"‘{habit.said}’ means: {queries.STATES.get(habit.means, habit.means)}"
    return f"The lead ‘{habit.said}’ is {habit.means.partition(':')[2] or habit.means}"


@require_POST
@desk_view(EDIT)
def forget(request: DeskRequest, pk: int) -> HttpResponse:
    changes.forget_habit(habit=queries.habit_in(request.partnership, pk), by=request.user)
    messages.success(request, "Forgotten. The next file is read without it.")
    return redirect("desk:draft-habits", slug=request.partnership.slug)
