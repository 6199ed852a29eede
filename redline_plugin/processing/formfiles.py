"""Writes the forms: one document after the other, from drawings that are made once.

Drawing keeps Python's lock; packing pictures and documents mostly does not, so it is handed to two
threads of its own, with a bounded queue.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.PyQt.QtGui import QImage

from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.forms import page as pages
from redline_plugin.core.survey.forms.docxtemplate import DocxTemplate, Picture
from redline_plugin.core.survey.forms.pagedraw import FormDrawer
from redline_plugin.core.survey.forms.palettepng import png_bytes
from redline_plugin.core.survey.forms.pdffile import PdfFile, PdfPage
from redline_plugin.core.survey.forms.photofiles import SKETCH_TYPE
from redline_plugin.core.survey.forms.qr import qr_picture
from redline_plugin.core.text import Message, msg
from redline_plugin.processing.formparameters import ALL, BY_BLOCK, DOCX, EACH, PDF, SKETCHES
from redline_plugin.processing.formphotos import SKETCH_LONGEST, read_photos
from redline_plugin.processing.sketchpainter import QtCanvas

if TYPE_CHECKING:
    from redline_plugin.core.survey.forms.pagedraw import Shown
    from redline_plugin.core.survey.forms.sketch import Sketch, SketchMap
    from redline_plugin.core.survey.forms.things import Floats
    from redline_plugin.core.survey.forms.typeface import Typeface

DOTS_PER_MM = 6.0
_WAITING = 16
_KEYS = dict(zip((1, 2, 3, 4, 5), pages.PHOTOS))
_NAMED = 10


@dataclass(frozen=True)
class Subject:
    """One marker or sign whose form is written.

    Attributes:
        number, file: of it, and of its files without ending; block: that its PDF is put with.
        place: (2,) in the plane; style: of its mark in the sketch; scale: of the sketch.
        values: of the form's fields; qr: what the code says; photos: files by type.
    """

    number: str
    file: str
    block: str
    place: Floats
    style: str
    scale: int
    values: Mapping[str, str]
    qr: str
    photos: Mapping[int, Path]


@dataclass
class FormWriter:
    """Writes the forms of one kind.

    Attributes:
        page: what a form looks like.
        folder: made already; documents, PDFs and sketches go into folders of their own.
        block_files: file name of each block's PDF.
        title: of PDFs that hold several forms.
        unread: photos that could not be read, filled while writing.
    """

    page: pages.Page
    template: DocxTemplate
    drawer: FormDrawer
    typeface: Typeface
    canvas: QtCanvas
    surroundings: SketchMap
    folder: Path
    parts: frozenset[str]
    pdf_files: frozenset[str]
    block_files: Mapping[str, str]
    title: str
    unread: list[Message] = field(default_factory=list)

    def write(self, subjects: Sequence[Subject], feedback: Feedback) -> None:
        """Write all forms; subjects of one block come one after the other.

        Raises:
            CancelledError: the user stopped.
            OSError: a file cannot be written.
        """
        for part, folder in ((DOCX, "docx"), (SKETCHES, "sketches")):
            if part in self.parts:
                (self.folder / folder).mkdir(parents=True)
        if PDF in self.parts:
            self.folder.mkdir(parents=True, exist_ok=True)
            for name, folder in ((EACH, "pdf"), (BY_BLOCK, "pdf_by_block")):
                if name in self.pdf_files:
                    (self.folder / folder).mkdir()
        pdfs = _Pdfs(self)
        packing = _Packing()
        try:
            for number, subject in enumerate(subjects):
                stop_if_cancelled(feedback)
                feedback.progress(number / len(subjects))
                self._one(subject, pdfs, packing)
            packing.finish()
            pdfs.finish()
            feedback.progress(1.0)
        finally:
            packing.close()
            pdfs.close()

    def _one(self, subject: Subject, pdfs: _Pdfs, packing: _Packing) -> None:
        photos = self._photos(subject)
        own_sketch = photos.pop(pages.SKETCH, None)
        qr = qr_picture(subject.qr)
        frame = self.page.picture_size(pages.SKETCH)
        size = self.template.pictures.get(pages.SKETCH, frame)
        drawn: dict[tuple[float, float], Sketch] = {}

        def sketch(size: tuple[float, float]) -> Sketch:
            # The frames of PDF and template are mostly one.
            for known, found in drawn.items():
                if abs(known[0] - size[0]) + abs(known[1] - size[1]) < 0.1:
                    return found
            drawn[size] = self.surroundings.sketch(
                subject.place, subject.number, subject.style, subject.scale, *size
            )
            return drawn[size]

        if self.parts & {DOCX, SKETCHES}:
            picture: Picture | QImage = (
                self.canvas.image(sketch(size), DOTS_PER_MM) if own_sketch is None else own_sketch
            )
            packing.add(lambda: self._pack(subject, picture, {pages.QR: qr, **photos}))
        if PDF in self.parts:
            shown: dict[str, Shown] = {pages.QR: qr, **photos}
            shown[pages.SKETCH] = sketch(frame) if own_sketch is None else own_sketch
            pdfs.add(subject, self.drawer.draw(subject.values, shown))

    def _photos(self, subject: Subject) -> dict[str, Picture]:
        files = {_KEYS[kind]: path for kind, path in subject.photos.items() if kind in _KEYS}
        if SKETCH_TYPE in subject.photos:
            files[pages.SKETCH] = subject.photos[SKETCH_TYPE]
        if not files:
            return {}
        photos, problems = read_photos(files, {pages.SKETCH: SKETCH_LONGEST})
        for problem in problems:
            self.unread.append(msg("{where}: {what}", where=problem.where, what=problem.what))
        return photos

    def _pack(
        self, subject: Subject, sketch: Picture | QImage, others: Mapping[str, Picture]
    ) -> None:
        """Runs on a thread of its own."""
        if isinstance(sketch, QImage):
            data = png_bytes(_pixels(sketch), round(DOTS_PER_MM * 1000))
            sketch = Picture(data, "png", sketch.width(), sketch.height())
        if SKETCHES in self.parts:
            # As the authorities' systems name location sketches.
            ending = "jpg" if sketch.kind == "jpeg" else sketch.kind
            name = f"{subject.file}-{SKETCH_TYPE}.{ending}"
            (self.folder / "sketches" / name).write_bytes(sketch.data)
        if DOCX in self.parts:
            path = self.folder / "docx" / f"{subject.file}.docx"
            self.template.write(path, subject.values, {pages.SKETCH: sketch, **others})


def _pixels(image: QImage) -> Any:
    """Return the pixels (height, width) of a picture of 32 bits, without copying them."""
    bits = image.constBits()
    bits.setsize(image.bytesPerLine() * image.height())
    rows = np.frombuffer(bits, dtype=np.uint32).reshape(image.height(), -1)
    return rows[:, : image.width()]


class _Packing:
    """Two threads for work that does not hold Python's lock; the first error ends the run."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(2, "redline-forms")
        self._waiting: list[Future[None]] = []

    def add(self, work: Callable[[], None]) -> None:
        """Hand in work; wait when there is too much already."""
        self._waiting.append(self._pool.submit(work))
        if len(self._waiting) > _WAITING:
            self._waiting.pop(0).result()

    def finish(self) -> None:
        """Wait for all of it."""
        while self._waiting:
            self._waiting.pop(0).result()

    def close(self) -> None:
        """End the threads; what has not begun is dropped."""
        for future in self._waiting:
            future.cancel()
        self._pool.shutdown(wait=True)


class _Pdfs:
    """The PDF files that a form's page goes into: its own, its block's, that of all."""

    def __init__(self, writer: FormWriter) -> None:
        self._writer, self._folder = writer, writer.folder
        self._all: PdfFile | None = None
        self._block: PdfFile | None = None
        self._of_block: str | None = None

    def _begun(self, path: Path, title: str) -> PdfFile:
        return PdfFile(path, title, self._writer.typeface)

    def add(self, subject: Subject, page: PdfPage) -> None:
        """Add a page; where a block ends, its file does."""
        wanted = self._writer.pdf_files
        if EACH in wanted:
            own = self._begun(self._folder / "pdf" / f"{subject.file}.pdf", subject.number)
            try:
                own.add(page)
                own.finish()
            finally:
                own.close()
        if BY_BLOCK in wanted:
            if self._block is None or self._of_block != subject.block:
                self._finish_block()
                self._of_block = subject.block
                name = self._writer.block_files[subject.block]
                path = self._folder / "pdf_by_block" / f"{name}.pdf"
                self._block = self._begun(path, f"{self._writer.title} {subject.block}".strip())
            self._block.add(page)
        if ALL in wanted:
            if self._all is None:
                path = self._folder / f"{self._writer.page.id}s.pdf"
                self._all = self._begun(path, self._writer.title)
            self._all.add(page)

    def _finish_block(self) -> None:
        if self._block is not None:
            self._block.finish()
            self._block = None

    def finish(self) -> None:
        """End all files."""
        self._finish_block()
        if self._all is not None:
            self._all.finish()
            self._all = None

    def close(self) -> None:
        """Let go of all files, whole or not."""
        for pdf in (self._block, self._all):
            if pdf is not None:
                pdf.close()
