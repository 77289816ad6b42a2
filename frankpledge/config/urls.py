"""Which face answers at which address."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from frankpledge.config.health import healthz

demonstration = [path("demo/", include("frankpledge.demo.urls"))] if settings.DEMO else []

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("desk/", include("frankpledge.desk.urls")),
    path("brand/", include("frankpledge.partnership.brand.urls")),
    path("account/", include("frankpledge.partnership.signin.urls")),
    path("answer/", include("frankpledge.replying.urls")),
    *demonstration,
    path("", include("frankpledge.public.urls")),
]
