from django.urls import path

from frankpledge.desk.drafts import (
    adopting,
    columns,
    facts,
    habits,
    matching,
    mending,
    pieces,
    priorities,
    promises,
    showing,
    uploading,
)

DRAFT = "drafts/<int:pk>"

urlpatterns = [
    path("drafts/new/", uploading.bring_in, name="draft-new"),
    path("drafts/remembered/", habits.show_habits, name="draft-habits"),
    path("drafts/remembered/<int:pk>/forget/", habits.forget, name="draft-forget"),
    path(f"{DRAFT}/", showing.show_draft, name="draft"),
    path(f"{DRAFT}/document/", showing.show_document, name="draft-document"),
    path(f"{DRAFT}/understood/", showing.show_understood, name="draft-understood"),
    path(f"{DRAFT}/mended/", showing.show_mends, name="draft-mends"),
    path(f"{DRAFT}/mend/", mending.mend, name="draft-mend"),
    path(f"{DRAFT}/undo/", mending.undo, name="draft-undo"),
    path(f"{DRAFT}/columns/", columns.show_columns, name="draft-columns"),
    path(f"{DRAFT}/read-again/", adopting.read_again, name="draft-read-again"),
    path(f"{DRAFT}/promises/<str:one>/", promises.edit_promise, name="draft-promise"),
    path(f"{DRAFT}/promises/<str:one>/part/", promises.part_promise, name="draft-part"),
    path(f"{DRAFT}/outcomes/<str:one>/", promises.edit_outcome, name="draft-outcome"),
    path(f"{DRAFT}/priorities/<str:one>/", priorities.edit_priority, name="draft-priority"),
    path(f"{DRAFT}/pieces/<str:one>/", pieces.place_piece, name="draft-piece"),
    path(f"{DRAFT}/facts/", facts.choose_facts, name="draft-facts"),
    path(f"{DRAFT}/matching/", matching.show_matching, name="draft-matching"),
    path(f"{DRAFT}/matching/choose/", matching.choose_match, name="draft-match"),
    path(f"{DRAFT}/take-in/", adopting.take_in, name="draft-take-in"),
    path(f"{DRAFT}/aside/", adopting.put_aside, name="draft-aside"),
    path(f"{DRAFT}/take-up/", adopting.take_up, name="draft-take-up"),
]
