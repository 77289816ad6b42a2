from django.urls import path

from frankpledge.desk.evidence import areas, ask, charts, counts, held, home, in_public, loading

TYPE = "evidence/types/<slug:kind>"

urlpatterns = [
    path("evidence/", home.show_home, name="evidence"),
    path(f"{TYPE}/", home.show_type, name="evidence-type"),
    path(f"{TYPE}/step/", charts.mark_step, name="evidence-step"),
    path(f"{TYPE}/usual/", charts.set_baseline, name="evidence-baseline"),
    path("evidence/steps/<int:pk>/remove/", charts.remove_step, name="step-remove"),
    path("evidence/places/<slug:code>/", home.show_ward, name="evidence-place"),
    path("evidence/county/", home.show_county, name="evidence-county"),
    path("evidence/ask/", ask.ask, name="evidence-ask"),
    path("evidence/ask/weights/", loading.load_weights, name="evidence-weights"),
    path("evidence/areas/", areas.show_areas, name="evidence-areas"),
    path("evidence/areas/load/", areas.load_areas, name="evidence-areas-load"),
    path("evidence/public/", in_public.show_in_public, name="evidence-public"),
    path("evidence/data/", held.show_held, name="evidence-data"),
    path("evidence/data/load/", loading.load_files, name="evidence-load"),
    path("evidence/data/counts/", counts.load_counts, name="evidence-counts"),
    path("evidence/data/loads/<int:pk>/", held.show_load, name="load"),
]
