"""Documents out: papers made from a freeze, for each reader and in each form."""
