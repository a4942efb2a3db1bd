"""Tables in a grid of rules."""
