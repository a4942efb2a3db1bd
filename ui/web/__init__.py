"""The web page: each tab is plain functions, then their wiring."""
