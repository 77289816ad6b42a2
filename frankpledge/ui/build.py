"""Makes our style sheet from npm's copy of GOV.UK Frontend: python -m frankpledge.ui.build

What is not ours to use (the crown, the crest, the font) is left out, and so is every component
that no page of ours has.
"""

import sys
from pathlib import Path

from frankpledge.ui.trimming import trim

HERE = Path(__file__).resolve().parent
SOURCE = (
    HERE.parents[1]
    / "node_modules"
    / "govuk-frontend"
    / "dist"
    / "govuk"
    / "govuk-frontend.min.css"
)
TARGET = HERE / "static" / "ui" / "vendor" / "govuk-frontend.css"

KEEP = frozenset(
    {
        "govuk-button",
        "govuk-checkboxes",
        "govuk-date-input",
        "govuk-error-message",
        "govuk-error-summary",
        "govuk-fieldset",
        "govuk-file-upload",
        "govuk-form-group",
        "govuk-hint",
        "govuk-input",
        "govuk-label",
        "govuk-list",
        "govuk-radios",
        "govuk-select",
        "govuk-skip-link",
        "govuk-template",
        "govuk-textarea",
        "govuk-visually-hidden",
        "govuk-visually-hidden-focusable",
    }
)
FORBIDDEN = ("@font-face", "gds", "crown", "crest", "url(", "://")


def build(source: Path = SOURCE, target: Path = TARGET) -> int:
    """Writes the style sheet and tells how many characters it has."""
    css = trim(source.read_text(encoding="utf-8"), KEEP)
    left = [word for word in FORBIDDEN if word in css.lower()]
    if left:
        raise ValueError(f"GOV.UK Frontend holds something new that is not ours: {left[0]}.")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(css, encoding="utf-8")
    return len(css)


def main() -> int:
    try:
        size = build()
    except FileNotFoundError:
        print("GOV.UK Frontend is not here: run npm ci, or script/setup.", file=sys.stderr)
        return 2
    except (OSError, ValueError) as error:
        print(f"Could not make the style sheet: {error}", file=sys.stderr)
        return 2
    print(f"{TARGET.relative_to(HERE.parents[1])}: {size} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
