"""The commands of ``memolens``: each parses, calls the workspace and prints."""
