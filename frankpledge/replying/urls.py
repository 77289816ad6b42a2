"""The addresses behind a link. Nothing in them tells whose it is or what it opens."""

from django.urls import path, register_converter

from frankpledge.replying.returns import views as returns
from frankpledge.replying.views import door, item, listing, offline, others

app_name = "replying"


class Token:
    """Whatever anybody sends: an odd one gets the same page as an unknown one."""

    regex = "[^/]{1,300}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Number:
    """An id that fits its column."""

    regex = "[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(Token, "token")
register_converter(Number, "item_id")

urlpatterns = [
    path("<token:token>/", door.door, name="door"),
    path("<token:token>/promises/", listing.promises, name="list"),
    path("<token:token>/sent/", listing.sent, name="sent"),
    path("<token:token>/pass/", others.pass_on, name="pass"),
    path("<token:token>/figures/", returns.figures, name="figures"),
    path("<token:token>/figures/sent/", returns.sent, name="figures-sent"),
    path("<token:token>/question/", others.question, name="question"),
    path("<token:token>/offline/", offline.offline, name="offline"),
    path("<token:token>/offline/answers.xlsx", offline.workbook, name="workbook"),
    path("<token:token>/offline/send/", offline.send, name="send-workbook"),
    path("<token:token>/offline/answers.docx", offline.word, name="word-form"),
    path("<token:token>/offline/<item_id:upload_id>/", offline.returned, name="returned"),
    path("<token:token>/<item_id:pk>/", item.item, name="item"),
    path("<token:token>/<item_id:pk>/save/", item.save, name="save"),
    path("<token:token>/<item_id:pk>/ask/", others.ask, name="ask"),
    path(
        "<token:token>/<item_id:pk>/files/<item_id:upload_id>/remove/",
        item.remove_file,
        name="remove-file",
    ),
]
