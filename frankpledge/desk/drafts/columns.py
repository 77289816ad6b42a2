"""What each column of the document means. A choice reads it again, and is remembered."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.drafts.around import draft_page
from frankpledge.drafting import queries
from frankpledge.partnership.roles import Permission


@desk_view(Permission.EDIT_PLAN)
def show_columns(request: DeskRequest, pk: int) -> HttpResponse:
    shown = queries.draft_page(request.partnership, pk)
    context = {"shown": shown, "meanings": [("", "Not understood"), *queries.MEANINGS.items()]}
    return draft_page(request, "desk/drafts/columns.html", shown.draft, context)
