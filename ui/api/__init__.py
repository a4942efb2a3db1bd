"""The REST interface under ``/api``: the same JSON as the command line."""
