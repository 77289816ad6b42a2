"""What figures say of outcomes. The room that judges tells it here, for what goes to the public."""

from collections.abc import Callable, Mapping
from typing import Any

from frankpledge.plan.models import Plan

Doc = dict[str, Any]
Provider = Callable[[Plan], Mapping[str, Doc]]
_providers: list[Provider] = []


def tells_figures(provider: Provider) -> Provider:
    _providers.append(provider)
    return provider


def figures(plan: Plan) -> Doc:
    """By the id of an outcome of a public promise; what nobody judges is not in it."""
    return {pk: doc for provider in _providers for pk, doc in provider(plan).items()}
