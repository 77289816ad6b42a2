"""A partner's figures, given by a link."""
