"""Through which posts and groups somebody answers for what was promised."""

from frankpledge.partnership.models import GroupMember, Partnership, PostHolder


def answers_through(partnership: Partnership, person_id: int) -> tuple[set[int], set[int]]:
    """The ids of the posts they hold, and of the groups they chair or keep the papers of."""
    posts = PostHolder.objects.current().filter(post__partnership=partnership, person=person_id)
    groups = GroupMember.objects.current().filter(
        place__partnership=partnership, person=person_id, part__in=("chair", "secretary")
    )
    return set(posts.values_list("post_id", flat=True)), set(
        groups.values_list("place_id", flat=True)
    )
