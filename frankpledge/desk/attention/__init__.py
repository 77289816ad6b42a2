"""What needs the coordinator's attention, on one page."""
