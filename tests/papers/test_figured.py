"""A figure that was given with an answer is told once, as people write numbers."""

import pytest

from frankpledge.papers.figured import with_figure


@pytest.mark.parametrize(
    ("words", "figure", "of", "told"),
    [
        ("104 of 108 people seen.", "104.0000", "108.0000", "104 of 108 people seen."),
        ("Most people seen.", "104.0000", "108.0000", "Most people seen. (104 of 108)"),
        ("Five of six. All went well", "5.0000", "6.0000", "Five of six. All went well"),
        ("Three so far.", "4.0000", None, "Three so far. (4)"),
        ("1,204 letters went out.", "1204.0000", None, "1,204 letters went out."),
        ("The post is empty.", "0.0000", None, "The post is empty."),
        ("", "1204.5000", None, "1,204.5"),
        ("Nothing yet.", None, None, "Nothing yet."),
    ],
)
def test_a_figure_stands_after_the_words_that_do_not_say_it(
    words: str, figure: str | None, of: str | None, told: str
) -> None:
    assert with_figure({"words": words, "figure": figure, "of": of}) == told
