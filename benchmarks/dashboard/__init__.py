"""What the dashboard costs in a real browser."""
