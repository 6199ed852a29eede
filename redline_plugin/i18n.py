"""Translation in the shells: one Qt context for the whole plugin."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

CONTEXT = "Redline"
FOLDER = Path(__file__).parent / "resources" / "i18n"


def tr(text: str) -> str:
    """Return ``text`` in the user's language. Fill fields afterwards: ``tr("{n}").format(n=1)``."""
    return QCoreApplication.translate(CONTEXT, text)


def language() -> str:
    """Return the language of the interface among those that Redline speaks: "zh" or "en"."""
    spoken = QLocale(QgsApplication.locale()).name().split("_")[0]
    return "zh" if spoken == "zh" else "en"


def install_translator() -> QTranslator | None:
    """Install the translation for the locale that QGIS runs in; None when there is none.

    The caller keeps the translator and gives it to ``QCoreApplication.removeTranslator`` on unload.
    """
    language = QLocale(QgsApplication.locale()).name().split("_")[0]
    file = FOLDER / f"redline_{language}.qm"
    translator = QTranslator()
    if not file.is_file() or not translator.load(str(file)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
