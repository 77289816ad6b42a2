"""What people fear beside what happens."""
