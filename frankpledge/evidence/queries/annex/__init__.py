"""The tables of an assessment, as the evidence has them: made once, for a freeze."""

from frankpledge.evidence.queries.annex.stands import annex_as_it_stands

__all__ = ["annex_as_it_stands"]
