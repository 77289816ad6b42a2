"""The style sheet holds what we use of GOV.UK Frontend and nothing that is not ours to use."""

import gzip
from pathlib import Path

import pytest

from frankpledge.ui import build
from frankpledge.ui.trimming import trim

STATIC = Path(build.__file__).parent / "static" / "ui"


def test_fonts_pictures_and_components_we_do_not_have_are_left_out() -> None:
    css = (
        '@charset "UTF-8";/* x */@font-face{font-family:GDS Transport;src:url(a.woff)}'
        ".govuk-button{font-family:GDS Transport,arial;color:red;background:url(crest.svg)}"
        "@media print{.govuk-header{color:red}}@media print{.govuk-button--x,.govuk-tabs{top:0}}"
        ":root{--a:1}.govuk-label .govuk-tag{top:1px}"
    )
    kept = trim(css, frozenset({"govuk-button", "govuk-label"}))
    assert kept == ".govuk-button{color:red}@media print{.govuk-button--x{top:0}}:root{--a:1}"


def test_a_comma_inside_brackets_does_not_part_selectors() -> None:
    css = ".govuk-button:not(:hover,:focus),.govuk-tabs{top:0}"
    assert trim(css, frozenset({"govuk-button"})) == ".govuk-button:not(:hover,:focus){top:0}"


def test_something_new_that_is_not_ours_stops_the_build(tmp_path: Path) -> None:
    source = tmp_path / "new.css"
    source.write_text(".govuk-button{--icon:'crown'}", encoding="utf-8")
    with pytest.raises(ValueError, match="crown"):
        build.build(source, tmp_path / "out.css")


def test_where_npm_has_put_nothing_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "build", lambda: Path(tmp_path / "none").read_text())
    assert build.main() == 2
    assert capsys.readouterr().err == "GOV.UK Frontend is not here: run npm ci, or script/setup.\n"


def test_both_style_sheets_together_are_small_over_the_wire() -> None:
    sheets = [STATIC / "vendor" / "govuk-frontend.css", STATIC / "frankpledge.css"]
    assert sum(len(gzip.compress(sheet.read_bytes())) for sheet in sheets) < 20_000


def test_our_style_sheet_names_no_host_and_only_pictures_that_are_there() -> None:
    css = (STATIC / "frankpledge.css").read_text(encoding="utf-8")
    assert "://" not in css and "@import" not in css
    named = {part.split(")")[0] for part in css.split("url(")[1:]}
    assert named and all((STATIC / name).is_file() for name in named)
