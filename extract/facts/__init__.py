"""Figures and promises."""
