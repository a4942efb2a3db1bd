"""PDFium's functions called with plain addresses: ctypes passes numbers several times as fast as pointer objects."""

import ctypes
from collections.abc import Callable
from typing import Any


def by_address(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """``function`` of ``pypdfium2.raw`` with its pointers declared as ``c_void_p``."""
    prototype: Any = ctypes.CFUNCTYPE(result, *arguments)
    return prototype(to_address(function))  # type: ignore[no-any-return]


def to_address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
