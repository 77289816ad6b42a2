"""What a paper and its files are called."""

import re

from frankpledge.papers.contents.kinds import Kind
from frankpledge.papers.given import Given
from frankpledge.papers.models import Build
from frankpledge.plan.models import Plan
from frankpledge.progress.models import Round
from frankpledge.progress.queries import period_words


def title_of(kind: Kind, of: Round | Plan, given: Given) -> str:
    """For lists: which paper, and of what."""
    what = period_words(of) if isinstance(of, Round) else of.title
    return f"{given.title or kind.name}: {what}"


def name_of(build: Build, key: str) -> str:
    """'marshwick-board-2026-07.pdf'"""
    when = build.round.name if build.round else f"{build.plan.starts:%Y-%m}"
    parts = [build.partnership.slug, build.paper, when]
    parts += ["large"] if build.large else []
    parts += ["draft"] if build.is_draft else []
    return f"{re.sub('[^a-z0-9-]+', '-', '-'.join(parts).lower())}.{key}"
