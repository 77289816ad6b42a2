"""The mark, as shape and colour, of a state for which a partnership has no rating of its own."""

from frankpledge.language.states import State

MARKS: dict[str, tuple[str, str]] = {
    State.PLANNED: ("ring", "hush"),
    State.NOT_STARTED: ("ring", "hush"),
    State.IN_PROGRESS: ("circle", "slate"),
    State.COMPLETE: ("tick", "ink"),
    State.PART_COMPLETE: ("half", "ink"),
    State.DELAYED: ("hollow-triangle", "amber"),
    State.BLOCKED: ("hollow-square", "madder"),
    State.STRUCK: ("bar", "hush"),
    State.THROUGH_ANOTHER: ("through", "hush"),
    State.CARRIED: ("arrow", "hush"),
    State.NOT_STATED: ("dashed-ring", "hush"),
}
