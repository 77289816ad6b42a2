"""What needs the coordinator's attention, in the order in which it matters."""

from frankpledge.judging.attention.gathered import Attention, Part, attention

__all__ = ["Attention", "Part", "attention"]
