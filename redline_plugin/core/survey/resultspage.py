"""The report of field results as a page: the verdict, figures, what is not accepted, the moved line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.kinds import KIND_TITLES
from redline_plugin.core.errors import Problem
from redline_plugin.core.survey.marker import ACCEPTED
from redline_plugin.core.survey.relocateaccount import Account
from redline_plugin.core.survey.results import (
    BEYOND,
    EARLIER,
    MISSING,
    UNLISTED,
    UNSURE,
    VERDICT_TITLES,
    Results,
)
from redline_plugin.core.survey.resultshtml import MOST_LISTED, STYLE, Page, safe
from redline_plugin.core.survey.resultsplot import scatter_svg
from redline_plugin.core.survey.resultsshift import Shift
from redline_plugin.core.survey.resultssummary import (
    HEADS,
    cells_of,
    groups_of,
    number,
    shift_cells,
    verdict_of,
)
from redline_plugin.core.survey.rules import EXAMPLE, SOURCE_TITLES, SurveyRules
from redline_plugin.core.text import N_, Message, Translate, msg


@dataclass(frozen=True)
class Report:
    """What a report tells.

    Attributes:
        results, shift, rules: of the comparison.
        file: measured; plane: name of the CRS of the differences; when: date and time.
        how: how the file was read; warnings: what the user should look at; left_out: rows.
        move: what was moved, in a sentence.
        account: of the blocks, None when the line did not move.
        refused: (number of the marker, why) of moves that were not made.
    """

    results: Results
    shift: Shift
    rules: SurveyRules
    file: str
    plane: str
    when: str
    how: Sequence[Message]
    warnings: Sequence[Message]
    left_out: Sequence[Problem]
    move: Message
    account: Account | None = None
    refused: Sequence[tuple[str, Message]] = ()


def as_html(report: Report, language: str, translate: Translate) -> str:
    """Return the page.

    Args:
        report: what to tell.
        language: of the page, "zh" or "en".
        translate: of all texts.
    """
    page = Page(translate)
    heading = translate(N_("Markers: field results against the design"))
    page.add(
        f"<!DOCTYPE html><html lang='{language}'><head><meta charset='utf-8'>",
        f"<title>{safe(heading)}</title><style>{STYLE}</style></head><body>",
        f"<h1>{safe(heading)}</h1>",
    )
    rules = report.rules
    page.text(
        msg(
            "{file} · rule set {rules} · plane {plane} · {when}",
            file=report.file,
            rules=f"{rules.zh if language == 'zh' else rules.en} {rules.version}",
            plane=report.plane,
            when=report.when,
        ),
        "meta",
    )
    page.text(verdict_of(report.results), "verdict")
    earlier = report.results.verdict.count(EARLIER)
    if earlier:
        page.text(msg("{count} more were measured earlier and are as they were.", count=earlier))
    page.text(report.move)
    warnings = [*report.warnings]
    if rules.status == EXAMPLE:
        warnings.insert(
            0,
            msg("The limits are those of an example rule set, none from the technical regulation."),
        )
    if warnings:
        page.add(
            "<div class='warn'>",
            *(f"<div>{safe(warning.render(translate))}</div>" for warning in warnings),
            "</div>",
        )
    page.heading(N_("Figures by kind of boundary"))
    rows = [cells_of(group, translate) for group in groups_of(report.results)]
    page.table([translate(head) for head in HEADS], rows, range(1, 14), total=True)
    page.heading(N_("Is there a common shift?"))
    page.add("<div class='side'>", scatter_svg(report.results, report.shift, translate), "<div>")
    page.table([], [list(pair) for pair in shift_cells(report.shift, translate)], (1,))
    page.text(
        msg(
            "Hotelling's test of the mean against the spread, without outliers. A shift is told when "
            "chance makes one like it less than once in a thousand times, it makes up more than half "
            "of the mean square difference, and a tenth of the smallest limit."
        ),
        "meta",
    )
    page.add("</div></div>")
    _not_accepted(page, report)
    _unlisted(page, report)
    if report.account is not None:
        _account(page, report.account)
    if report.refused:
        page.heading(N_("Moves of the line that were refused"))
        page.table(
            [translate(N_("Marker")), translate(N_("Why"))],
            [[name, why.render(translate)] for name, why in report.refused[:MOST_LISTED]],
            (),
        )
        page.more(len(report.refused))
    if report.left_out:
        page.heading(N_("Rows that were left out"))
        page.list(problem.render(translate) for problem in report.left_out[:MOST_LISTED])
        page.more(len(report.left_out))
    page.heading(N_("How the file was read"))
    page.list(message.render(translate) for message in report.how)
    _limits(page, rules)
    page.add("</body></html>")
    return "\n".join(page.parts)


def _not_accepted(page: Page, report: Report) -> None:
    results, translate = report.results, page.translate
    heads = (
        N_("Marker"),
        N_("Block"),
        N_("Kind of boundary"),
        N_("East [m]"),
        N_("North [m]"),
        N_("Difference [m]"),
        N_("Along [m]"),
        N_("Across [m]"),
        N_("Allowed [m]"),
        N_("Accuracy [m]"),
        N_("Note"),
    )
    for verdict in (BEYOND, UNSURE, MISSING):
        found = results.of(verdict)
        if len(found) == 0:
            continue
        if verdict != MISSING:
            found = found[np.argsort(-results.distance[found], kind="stable")]
        title = translate(VERDICT_TITLES[verdict])
        page.add(f"<h2>{safe(title[:1].upper() + title[1:])}: {len(found)}</h2>")
        if verdict == MISSING:
            names = [results.designed.numbers[at] for at in found[:MOST_LISTED].tolist()]
            page.add(f"<p>{safe(', '.join(names))}</p>")
        else:
            rows = [_row(results, at, translate) for at in found[:MOST_LISTED].tolist()]
            page.table([translate(head) for head in heads], rows, range(3, 10))
        page.more(len(found))


def _row(results: Results, at: int, translate: Translate) -> list[str]:
    designed = results.designed
    row = int(results.row[at])
    # The numbers say already why a marker is beyond the limit.
    notes = [results.why[at].render(translate)] if results.verdict[at] != BEYOND else []
    if results.outlier[at]:
        notes.append(translate(N_("Unlike all others: a blunder?")))
    return [
        designed.numbers[at],
        designed.blocks[at],
        translate(KIND_TITLES.get(designed.boundary[at], N_("Unknown kind"))),
        number(float(results.delta[at, 0]), signed=True),
        number(float(results.delta[at, 1]), signed=True),
        number(float(results.distance[at])),
        number(float(results.along[at]), signed=True),
        number(float(results.across[at]), signed=True),
        number(float(results.limit[at])),
        number(float(results.once.measured.accuracy[row])),
        " ".join(notes),
    ]


def _unlisted(page: Page, report: Report) -> None:
    results = report.results
    measured = results.once.measured
    lines = [
        f"{measured.numbers[row]} ({measured.where[row]})" for row in results.unlisted.tolist()
    ]
    lines += [results.designed.numbers[at] for at in results.of(UNLISTED).tolist()]
    if lines:
        page.heading(N_("Measured, but not on the list"))
        page.list(lines[:MOST_LISTED])
        page.more(len(lines))


def _account(page: Page, account: Account) -> None:
    translate = page.translate
    page.heading(N_("The line before and after"))
    before, added, removed, after = account.rounded()
    heads = (
        N_("Block"),
        N_("Area before [m2]"),
        N_("Added [m2]"),
        N_("Removed [m2]"),
        N_("Area after [m2]"),
        N_("Net [m2]"),
        N_("Largest move [m]"),
    )
    changed = list(account.changed)
    rows = [
        [
            account.codes[at],
            *(f"{side[at]:.2f}" for side in (before, added, removed, after)),
            f"{after[at] - before[at]:+.2f}",
            f"{account.most_moved_m[at]:.3f}",
        ]
        for at in changed
    ]
    rest = [at for at in range(len(account.codes)) if at not in set(changed)]
    if rest:
        name = msg("{count} blocks that did not change", count=len(rest)).render(translate)
        same = f"{before[rest].sum():.2f}"
        rows.append([name, same, "0.00", "0.00", same, "+0.00", ""])
    sums = [side.sum() for side in (before, added, removed, after)]
    rows.append(
        [
            translate(N_("All blocks")),
            *(f"{value:.2f}" for value in sums),
            f"{sums[3] - sums[0]:+.2f}",
            f"{account.most_moved_m.max(initial=0.0):.3f}",
        ]
    )
    page.table([translate(head) for head in heads], rows, range(1, 7), total=True)
    page.text(
        msg(
            "Areas on the CGCS2000 ellipsoid by the land survey's formula. Parts are rounded such that "
            "they add up (largest remainders). Land that went from one block to another counts as "
            "added in one and as removed in the other."
        ),
        "meta",
    )


def _limits(page: Page, rules: SurveyRules) -> None:
    translate = page.translate
    page.heading(N_("Largest differences allowed, and where they come from"))
    page.table(
        [
            translate(N_("Kind of boundary")),
            translate(N_("Largest difference allowed [m]")),
            translate(N_("Source")),
        ],
        [
            [
                translate(KIND_TITLES.get(rule.boundary, N_("any"))),
                f"{rule.most_m.number:g}",
                " · ".join(
                    filter(
                        None, (translate(SOURCE_TITLES[rule.most_m.source]), rule.most_m.document)
                    )
                ),
            ]
            for rule in rules.accuracies
        ],
        (1,),
    )


def moved_sentence(results: Results, moved: int, refused: int, *, line: bool) -> Message:
    """Return what became of accepted markers, in a sentence."""
    accepted = results.verdict.count(ACCEPTED)
    if not line:
        return msg(
            "The {count} accepted markers stand at their measured places now; the line did not move.",
            count=accepted,
        )
    return msg(
        "The line was moved so that it runs through {moved} accepted markers; {same} were on it "
        "already or are not of the line, {refused} moves were refused.",
        moved=moved,
        same=accepted - moved - refused,
        refused=refused,
    )
