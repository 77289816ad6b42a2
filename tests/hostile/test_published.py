"""A field is not public because nobody thought of it: only what is named here is ever shown."""

from typing import Any

from django.apps import apps
from django.db import models
from django.test import Client

from frankpledge.plan import changes
from frankpledge.plan.models import Placement, Standing
from tests.makers import CLERK
from tests.universe import Universe

MARK = "QXQ"
# Every text that the public may see. A field that is not in this list is marked and looked for.
PUBLIC = {
    "plan.title plan.introduction plan.ended_why planslice.name priority.ref priority.title",
    "priority.about priority.indicators priority.struck_why alignment.body alignment.strategy",
    "alignment.objective action.ref action.aim action.words action.points action.closed_why",
    "placement.ref outcome.words outcome.closed_why timescale.printed target.printed",
    "timescale.condition revision.what revision.old revision.new revision.why",
    "partnership.slug partnership.name partnership.strapline partnership.place",
    "partnership.colour partnership.accessibility_words partnership.privacy_words",
    "partnership.help_words partnership.logo_says partnership.aliases rating.label rating.meaning",
    "organisation.name organisation.short_name groupplace.local_name membership.local_name",
    "groupplace.abbreviation",
}
NAMED = {name for line in PUBLIC for name in line.split()}


def texts(model: type[models.Model]) -> list[Any]:
    kinds = (models.CharField, models.TextField, models.JSONField)
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, kinds)
        and not isinstance(field, models.FileField)
        and not field.choices
        and not field.unique
        and f"{model._meta.model_name}.{field.name}" not in NAMED
    ]


def mark_everything() -> int:
    marked = 0
    Standing.objects.update(words_are_public=False)  # words are public one by one
    for label in ("plan", "partnership"):
        for model in apps.get_app_config(label).get_models():
            for field in texts(model):
                value: Any = [f"{MARK} 1"] if isinstance(field, models.JSONField) else MARK
                if model is Placement or field.name in ("password", "unit", "role", "code"):
                    continue  # a placement's variants are shown by name, and marked below
                model._default_manager.update(**{field.name: value})
                marked += 1
    hidden = {name: f"{MARK} {name}" for name in ("lead", "support", "resources", "update")}
    Placement.objects.filter(is_base=False).update(variants=hidden)
    return marked


def test_what_nobody_named_public_is_nowhere(universe: Universe) -> None:
    assert mark_everything() > 25
    universe.plan.refresh_from_db()
    changes.publish(plan=universe.plan, why="Quarter", by=CLERK)
    reader, here = Client(), f"/{universe.marshwick.slug}/"
    paths = ["", "plan.json", "record/", "new.atom", "privacy/", "accessibility/"]
    paths += [f"promises/{pk}/" for pk in universe.plan.actions.values_list("pk", flat=True)]
    paths += [f"priorities/{pk}/" for pk in universe.plan.priorities.values_list("pk", flat=True)]
    shown = 0
    for path in paths:
        page = reader.get(f"{here}{path}")
        shown += page.status_code == 200
        found = page.text.find(MARK)
        assert found < 0, (path, page.text[max(0, found - 200) : found + 60])
    assert shown > 25
    assert MARK not in reader.get("/").text
