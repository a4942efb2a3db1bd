"""Figures that no memo states and its figures give, each with its working."""
