"""Printed tables of figures, worked out again on the desk."""
