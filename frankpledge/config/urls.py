"""Which face answers at which address."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from frankpledge.config.health import healthz


def face(prefix: str, room: str) -> list[URLPattern | URLResolver]:
    module = f"frankpledge.{room}.urls"
    there = find_spec(f"frankpledge.{room}") and find_spec(module)
    return [path(prefix, include(module))] if there else []


urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    *face("desk/", "desk"),
    path("account/", include("frankpledge.partnership.signin.urls")),
    *(face("demo/", "demo") if settings.DEMO else []),
    *face("", "public"),
]
