"""Words of forms and tables in the reader's language, whatever language QGIS speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from redline_plugin.core.survey.forms.references import Reference
from redline_plugin.core.survey.forms.winds import wind
from redline_plugin.core.text import N_, Message, Translate, msg

YES, NO = N_("Yes"), N_("No")
_FULL, _EMPTY = "■", "□"
"""In every Chinese font, other than ticked boxes."""


@dataclass(frozen=True)
class Words:
    """A language.

    Attributes:
        translate: to it.
        language: "zh" or "en".
        winds: how many directions have names, 8 or 16.
    """

    translate: Translate
    language: str
    winds: int = 8

    def __call__(self, text: str) -> str:
        """Return a text of ours in the language."""
        return self.translate(text)

    def of(self, message: Message) -> str:
        """Return a sentence in the language."""
        return message.render(self.translate)

    def titled(self, titles: Mapping[str, str], key: str) -> str:
        """Return the title of an id; an id that is not known is shown as it is."""
        title = titles.get(key)
        return key if title is None else self.translate(title)

    def direction(self, azimuth_deg: float) -> str:
        """Return a direction as a wind and an azimuth."""
        # Rounded first: 359.96 is 0.0, which is north, not 360.0.
        azimuth = round(azimuth_deg % 360.0, 1) % 360.0
        return self.of(
            msg(
                "{wind} {azimuth}°",
                wind=self.translate(wind(azimuth, self.winds)),
                azimuth=f"{azimuth:.1f}",
            )
        )

    def direction_only(self, azimuth_deg: float) -> str:
        """Return a direction as a wind alone."""
        return self.translate(wind(azimuth_deg, self.winds))

    def thing(self, reference: Reference) -> str:
        """Return what an object is: its name and its kind."""
        if not reference.name:
            return reference.kind
        return self.of(msg("{name} ({kind})", name=reference.name, kind=reference.kind))

    def boxes(self, answer: bool | None, remark: str = "") -> str:
        """Return the boxes of yes and no; None leaves both empty, to be filled in by hand."""
        yes, no = self.translate(YES), self.translate(NO)
        more = f" ({remark})" if remark else ""
        if answer is None:
            return f"{_EMPTY} {yes}    {_EMPTY} {no}"
        first, second = (_FULL, _EMPTY) if answer else (_EMPTY, _FULL)
        return f"{first} {yes}{more}    {second} {no}"

    def metres(self, value: float | None, decimals: int) -> str:
        """Return a number of metres as text, "" for none."""
        return "" if value is None else f"{value:.{decimals}f}"
