"""A workbook or CSV into the log: each row taken, or set aside with its reason."""

from django.http import HttpResponse

from frankpledge.delivery import changes, queries
from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.delivery.forms import ImportForm
from frankpledge.desk.delivery.here import HERE, SEE, SET_UP, uploaded
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import url


@desk_view(SET_UP)
def log_import(request: DeskRequest) -> HttpResponse:
    def save(form: ImportForm, version: int) -> str:
        data, name = uploaded(form.cleaned_data["file"])
        made = changes.import_log(
            partnership=request.partnership,
            data=data,
            name=name,
            columns=form.columns,
            by=request.user,
        )
        return url(request, "import", made.pk)

    editing = Editing(
        title="Take in a sheet",
        lede="What came before does not come twice, so the same sheet can be sent as it grows. "
        "Headings of your own are remembered.",
        bind=lambda typed, initial: ImportForm(
            typed, request.FILES if typed is not None else None, initial=initial
        ),
        initial=queries.log_columns(request.partnership),
        save=save,
        submit="Take it in",
        saved="The sheet is in the log.",
        back=url(request, "log"),
        here=HERE,
        more={"imports": queries.imports_of(request.partnership)},
        template="desk/delivery/import_form.html",
    )
    return edit(request, editing)


@desk_view(SEE)
def show_import(request: DeskRequest, pk: int) -> HttpResponse:
    context = {"made": queries.import_in(request.partnership, pk)}
    return page(request, "desk/delivery/import.html", context, here=HERE)
