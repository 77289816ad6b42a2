from django.urls import include, path

from frankpledge.desk.settings.urls import host_urlpatterns
from frankpledge.desk.start import choose_partnership

app_name = "desk"
urlpatterns = [
    path("", choose_partnership, name="start"),
    *host_urlpatterns,  # first, since "host" would pass for a partnership's word
    path("<slug:slug>/", include("frankpledge.desk.plan.urls")),
    path("<slug:slug>/", include("frankpledge.desk.drafts.urls")),
    path("<slug:slug>/", include("frankpledge.desk.rounds.urls")),
    path("<slug:slug>/", include("frankpledge.desk.evidence.urls")),
    path("<slug:slug>/", include("frankpledge.desk.judging.urls")),
    path("<slug:slug>/", include("frankpledge.desk.attention.urls")),
    path("<slug:slug>/", include("frankpledge.desk.perception.urls")),
    path("<slug:slug>/", include("frankpledge.desk.figures.urls")),
    path("<slug:slug>/", include("frankpledge.desk.delivery.urls")),
    path("<slug:slug>/", include("frankpledge.desk.papers.urls")),
    path("", include("frankpledge.desk.people.urls")),
    path("", include("frankpledge.desk.settings.urls")),
]
