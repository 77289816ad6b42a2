"""The figures for everybody: worked out from a Release of the evidence, and from nothing else."""
