"""Errors that a user can act on. Each says what, where, and what to do; its kind decides the exit code.

MemolensError
|- UsageError            2   a wrong option or value
|- InputError            1   one file could not be read (``code`` says which way)
|  `- ReaderDied         1   the reader process hit a limit or crashed
|- LibraryError          3   the library cannot be opened, or is in use for writing
|  `- ModelError         3   the embedding or language model is missing or altered
`- NotFound              4   no such memo or project
"""


class MemolensError(Exception):
    """``str(error)`` is one or two sentences for the user, without a path the user did not name."""

    exit_code = 1


class UsageError(MemolensError):
    exit_code = 2


class InputError(MemolensError):
    """One file failed. ``code`` is stable: ``encrypted``, ``damaged``, ``empty``, ``unsupported``, ``too_large``..."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class ReaderDied(InputError):
    """The reader process ended before it answered: ``timeout``, ``memory``, ``crash`` or ``output``."""


class LibraryError(MemolensError):
    exit_code = 3


class ModelError(LibraryError):
    pass


class NotFound(MemolensError):
    exit_code = 4
