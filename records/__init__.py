"""The vocabulary that every room shares: frozen values, each fact with its place.

Nothing here reads a file, calculates or prints. A record's evidence stands outside its equality, so "did it change?"
is ``!=``. This room imports the standard library only, so that every other room can import it for nothing.
"""
