"""The sentences for a field that was left empty."""


def fill_in(label: str) -> str:
    if label.endswith("?"):
        return f"Answer the question ‘{label}’"
    return f"Fill in ‘{label}’"


def choose(label: str) -> str:
    if label.endswith("?"):
        return f"Choose an answer to ‘{label}’"
    return f"Choose one for ‘{label}’"


def characters(number: int) -> str:
    return f"{number:,} character{'' if number == 1 else 's'}"


def options(
    label: str, hint: str, empty: str, required: bool, rest: dict[str, object]
) -> dict[str, object]:
    """What every field hands on to Django's own."""
    messages = {"required": empty, **rest.pop("error_messages", {})}  # type: ignore[dict-item]
    return {
        "label": label,
        "help_text": hint,
        "required": required,
        "error_messages": messages,
        **rest,
    }
