"""Signals that are all taken back at once."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any


class Connections:
    """Connects signals of objects that outlive us, and remembers them."""

    def __init__(self) -> None:
        self._pairs: list[tuple[Any, Callable[..., Any]]] = []

    def add(self, signal: Any, slot: Callable[..., Any]) -> None:
        """Connect a signal to a slot until :meth:`close`."""
        signal.connect(slot)
        self._pairs.append((signal, slot))

    def close(self) -> None:
        """Disconnect all; the senders must still exist."""
        for signal, slot in self._pairs:
            # Somebody may have disconnected everything from the sender.
            with contextlib.suppress(TypeError):
                signal.disconnect(slot)
        self._pairs.clear()
