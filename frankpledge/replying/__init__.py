"""The face that leads see: one signed link, their actions, nothing else."""
