"""The public face's addresses. Those that never change come before any partnership's."""

from django.urls import path, register_converter

from frankpledge.public import small
from frankpledge.public.addresses import CODE
from frankpledge.public.views import (
    data,
    feed,
    figures,
    home,
    plan,
    priority,
    promise,
    record,
    statements,
)

app_name = "public"


class Slug:
    regex = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Number:
    """An id that fits its column: a longer one would be a fault in the database, not a 404."""

    regex = "[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class Code:
    """An area's: the statistics office's are letters and figures."""

    regex = CODE

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Slug, "partnership")
register_converter(Code, "area")
register_converter(Number, "id")

then = "<partnership:slug>/published/<id:freeze_id>/"
shown = "<partnership:slug>/figures/"

urlpatterns = [
    path("", home.home, name="home"),
    path("robots.txt", small.robots, name="robots"),
    path("favicon.ico", small.favicon, name="favicon"),
    path("accessibility/", statements.host_accessibility, name="host-accessibility"),
    path("privacy/", statements.host_privacy, name="host-privacy"),
    path("<partnership:slug>/", plan.plan, name="plan"),
    path("<partnership:slug>/plan.json", data.data, name="data"),
    path("<partnership:slug>/priorities/<id:priority_id>/", priority.priority, name="priority"),
    path("<partnership:slug>/promises/<id:action_id>/", promise.promise, name="promise"),
    path("<partnership:slug>/plans/<id:plan_id>/", plan.earlier_plan, name="earlier-plan"),
    path(shown, figures.home, name="figures"),
    path(f"{shown}kinds/<slug:word>/", figures.of_type, name="figures-type"),
    path(f"{shown}wards/<area:code>/", figures.ward, name="figures-ward"),
    path(f"{shown}months.csv", figures.months, name="figures-months"),
    path(f"{shown}places.csv", figures.places, name="figures-places"),
    path("<partnership:slug>/new.atom", feed.feed, name="feed"),
    path("<partnership:slug>/record/", record.record, name="record"),
    path("<partnership:slug>/accessibility/", statements.accessibility, name="accessibility"),
    path("<partnership:slug>/privacy/", statements.privacy, name="privacy"),
    path(then, plan.published, name="published"),
    path(f"{then}plan.json", data.data, name="published-data"),
    path(f"{then}priorities/<id:priority_id>/", priority.priority, name="published-priority"),
    path(f"{then}promises/<id:action_id>/", promise.promise, name="published-promise"),
]
