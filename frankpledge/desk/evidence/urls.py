from django.urls import path

from frankpledge.desk.evidence import held, loading

urlpatterns = [
    path("evidence/data/", held.show_held, name="evidence-data"),
    path("evidence/data/load/", loading.load_files, name="evidence-load"),
    path("evidence/data/loads/<int:pk>/", held.show_load, name="load"),
]
