from django.urls import path

from frankpledge.desk.papers import listing, making, previewing, showing, words

PAPER = "papers/<slug:paper>"
MADE = "papers/made/<int:pk>"

urlpatterns = [
    path("papers/", listing.list_papers, name="papers"),
    path(f"{MADE}/", showing.show, name="paper"),
    path(f"{MADE}/approve/", showing.approve, name="paper-approve"),
    path(f"{MADE}/again/", showing.try_again, name="paper-again"),
    path("papers/words/", words.list_words, name="papers-words"),
    path("papers/words/<slug:table>/", words.set_words, name="papers-words-set"),
    path("papers/files/<int:pk>/", showing.download, name="paper-file"),
    path("papers/style/<slug:layout>.css", previewing.style, name="papers-style"),
    path(f"{PAPER}/make/", making.make, name="papers-make"),
    path(f"{PAPER}/preview/", previewing.preview, name="papers-preview"),
    path(f"{PAPER}/settings/", making.set_paper, name="papers-settings"),
]
