"""Plans written as headings and bullets: a promise in a line, with who and when beside it."""

import re
from typing import Any

from frankpledge.reading.understanding.outline import Outline
from frankpledge.reading.understanding.priorities import Priorities


def actions_in(outline: Outline, priorities: Priorities) -> list[dict[str, Any]]:
    return []
