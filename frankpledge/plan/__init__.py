"""What was promised: plans, priorities, actions, outcomes; and how each stands."""
