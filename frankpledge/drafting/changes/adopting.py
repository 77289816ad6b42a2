"""A draft becomes a plan, or is put aside."""

from frankpledge.drafting.changes.turns import in_turn, subject_of
from frankpledge.drafting.models import Draft
from frankpledge.drafting.pairing import pairing
from frankpledge.drafting.present import File, present
from frankpledge.drafting.words import printed
from frankpledge.plan import changes as plan_changes
from frankpledge.plan.models import Plan
from frankpledge.record import lines
from frankpledge.record.errors import Refused

NO_DATES = "Say first what the plan is called, and when it starts and ends."


def adopt_draft(*, draft: Draft, version: int, by: lines.Author) -> Plan:
    """All or nothing. The plan is a draft plan still: the board adopts it on its own page."""
    with in_turn(draft, version):
        if draft.starts is None or draft.ends is None or not draft.title:
            raise Refused(NO_DATES)
        now = present(draft)
        plan = plan_changes.adopt_file(
            partnership=draft.partnership,
            file=taken_out(now.file, draft.title),
            title=draft.title,
            starts=draft.starts,
            ends=draft.ends,
            by=by,
            follows=draft.follows,
            matches=pairing(draft, now.mended).chosen_actions() if draft.follows else None,
        )
        draft.state, draft.adopted_as = "adopted", plan
        stand = sum(1 for mend in now.mends if mend.undone_at is None)
        _tell(draft, by, "draft.taken-in", {"plan": plan.title, "mends": stand})
        return plan


def taken_out(file: File, title: str) -> File:
    """The file without what only the desk adds to it; its own title stays if another was chosen."""
    out = {name: value for name, value in file.items() if name != "pieces"}
    if file["title"] and file["title"] != title:
        out["title"] = title
        out["furniture"] = [*file["furniture"], printed(file, "title")]
    for name in ("figures", "passages"):
        out[name] = [_unnamed(each) for each in file[name]]
    out["actions"] = [
        {**action, "outcomes": [_unnamed(each) for each in action["outcomes"]]}
        for action in file["actions"]
    ]
    return out


def _unnamed(entry: File) -> File:
    return {name: value for name, value in entry.items() if name != "id"}


def put_aside(*, draft: Draft, version: int, by: lines.Author, why: str = "") -> None:
    with in_turn(draft, version):
        draft.state = "put-aside"
        _tell(draft, by, "draft.put-aside", {}, why)


def take_up(*, draft: Draft, version: int, by: lines.Author) -> None:
    with in_turn(draft, version, state="put-aside"):
        same = Draft.objects.filter(
            partnership=draft.partnership, sha256=draft.sha256, state="open"
        ).first()
        if same:
            raise Refused(f"The same file is being looked at, as ‘{same.title}’.")
        draft.state = "open"
        _tell(draft, by, "draft.taken-up", {})


def _tell(draft: Draft, by: lines.Author, verb: str, new: dict[str, object], why: str = "") -> None:
    lines.write(
        chain=draft.partnership.chain,
        by=by,
        verb=verb,
        subject=subject_of(draft),
        new=new,
        why=why,
    )
