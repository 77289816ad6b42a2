"""Bringing a document in: it is read at once, and what cannot be read is said on this page."""

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.drafts.around import to
from frankpledge.desk.drafts.forms import UploadForm
from frankpledge.desk.editing import Editing, edit
from frankpledge.drafting import changes
from frankpledge.drafting.queries import drafts_of
from frankpledge.partnership.roles import Permission


@desk_view(Permission.EDIT_PLAN)
def bring_in(request: DeskRequest) -> HttpResponse:
    def save(form: UploadForm, version: int) -> str:
        file = form.cleaned_data["file"]
        draft = changes.open_draft(
            partnership=request.partnership, name=file.name, data=file.read(), by=request.user
        )
        return to(request, draft)

    editing = Editing(
        title="Bring in a plan",
        lede="Choose the document that you have. You see what was understood before it counts.",
        bind=lambda typed, initial: UploadForm(typed, request.FILES if typed is not None else None),
        save=save,
        submit="Bring it in",
        saved="The document was read.",
        back=reverse("desk:plans", args=[request.partnership.slug]),
        template="desk/drafts/upload.html",
        more={"drafts": [line for line in drafts_of(request.partnership) if line.draft.is_open]},
    )
    return edit(request, editing)
