"""What one file may cost: time, memory, output, pages. The operating system enforces it on the reader process.

``apply_limits`` is called inside that process before it opens anything. Where the system has no such limits
(Windows), the wall clock and the output cap of the parent are what is left.
"""

import math
import os
from dataclasses import dataclass

from records.settings import Settings

OUTPUT_MEGABYTES = 256
"""A document of the largest allowed page count, every word with its box, stays below this."""
MEMORY_EXIT = 70
"""The worker's exit status when memory ran out: the one message that needs no memory to send."""
_OPEN_FILES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``seconds`` of wall time and of processor time; ``megabytes`` of address space."""

    seconds: float
    megabytes: int
    output_megabytes: int = OUTPUT_MEGABYTES


def settings_to_limits(settings: Settings) -> Limits:
    return Limits(seconds=settings.read_seconds, megabytes=settings.read_megabytes)


def apply_limits(limits: Limits) -> None:
    """Bind this process, for good: it can neither raise the limits again nor write a file."""
    os.umask(0o077)
    try:
        import resource
    except ImportError:
        return
    seconds = math.ceil(limits.seconds) + 1
    memory = limits.megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
