"""Contrast is worked out as the standard does, and a logo is told from its content."""

import pytest

from frankpledge.partnership import colours, logos


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#28408c", "#ffffff", 9.5)],
)
def test_known_contrasts(one: str, other: str, ratio: float) -> None:
    assert colours.contrast(one, other) == pytest.approx(ratio, abs=0.05)
    assert colours.contrast(other, one) == colours.contrast(one, other)


def test_what_reads_on_white_but_not_on_vellum_is_too_pale() -> None:
    assert colours.contrast("#757575", colours.PAPER) > colours.ENOUGH
    assert not colours.can_be_read("#757575")
    assert colours.can_be_read("#28408c")


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 20


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (PNG, ""),
        (b"\xff\xd8\xff\xe0 picture \xff\xd9", ""),
        (b"RIFF\0\0\0\0WEBPVP8 ", ""),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", logos.WHAT_IT_MAY_BE),
        (b"GIF89a", logos.WHAT_IT_MAY_BE),
        (b"", logos.WHAT_IT_MAY_BE),
        (PNG + b"\0" * logos.MOST_BYTES, logos.TOO_BIG),
    ],
)
def test_what_may_be_a_logo(content: bytes, fault: str) -> None:
    assert logos.fault_of(content) == fault
