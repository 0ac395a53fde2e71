"""The pack as one zip of CSV: all that a machine needs to check a meeting's figures again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from oversight import slides, wording
from oversight.packs import words
from oversight.packs.figures import observations
from oversight.packs.made import Made
from oversight.packs.settled import zipped
from oversight.slides.tables import printed_records
from oversight.wording import protection

# Answered by the publication as they stand: file, question.
ASKED = {
    "definitions.csv": "about/definitions",
    "sources.csv": "about/sources",
}


def as_zip(made: Made) -> bytes:
    """Observations, records of each item, questions, definitions, sources and symbols.

    The same bytes come of the same meeting whenever it is written.
    """
    position = made.position
    status = {"status": wording.status_label(position.is_invented)}
    # On every line, for whoever meets a file alone; as the pages' own downloads have it.
    stamp = {
        "publication": position.publication,
        "reading_date": position.on.isoformat(),
        **status,
        "looking_back": position.looking_back,
    }
    asked = made.publication.rows
    tables = {
        "running_order.csv": _order(made),
        **_items(made),
        "questions.csv": _questions(made),
        "signals.csv": printed_records(words.signals(made)),
        **{name: [row._asdict() for row in asked(question)] for name, question in ASKED.items()},
        "symbols.csv": [
            {"symbol": code, "meaning": meaning}
            for code, meaning in (
                *wording.MARKERS.items(),
                (protection.SIGN, protection.MEANING),
                ("qualifier rounded", words.ROUNDED_IN_FILES),
            )
        ],
    }
    held = [row._asdict() for row in observations(made)]
    files = {
        "README.txt": _readme(made),
        "observations.csv": _as_csv(held, {**status, "looking_back": position.superseded}),
        **{name: _as_csv(records, stamp) for name, records in tables.items()},
    }
    return zipped((name, text.encode("utf-8")) for name, text in files.items())


Records = Sequence[Mapping[str, object]]


def _order(made: Made) -> Records:
    return [
        {
            "item": number,
            "slide": one.slide.name,
            "subject": one.slide.title,
            "finding": one.slide.finding,
            "minutes": one.minutes,
            "note": one.note,
        }
        for number, one in enumerate(made.items, start=1)
    ]


def _questions(made: Made) -> Records:
    return [
        {
            "number": number,
            "key": one.key,
            "question": one.text,
            "asked_of": one.asked_of,
            "why_now": one.why_now,
            "figure": one.figure,
            "page": one.page,
            "address": one.address,
            "about": one.about,
            "rule": one.rule,
        }
        for number, one in enumerate(made.questions, start=1)
    ]


def _items(made: Made) -> dict[str, Records]:
    """A file an item: its records, or its table where it has none."""
    found = {}
    for number, item in enumerate(made.items, start=1):
        slide = item.slide
        plain = re.sub(r"[^a-z0-9]+", "_", slide.name.lower()).strip("_")
        found[f"items/{number:02d}_{plain}.csv"] = slide.records or [
            dict(zip(slide.table.header, row, strict=True)) for row in slide.table.rows
        ]
    return found


def _as_csv(records: Records, more: Mapping[str, object]) -> str:
    """Records with what stands on every line; a file without any has nothing but that."""
    names = tuple(dict.fromkeys(name for record in [*records, more] for name in record))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    for record in records:
        line = {**record, **more}
        writer.writerow([wording.harmless(line.get(name)) for name in names])
    return text.getvalue()


def _readme(made: Made) -> str:
    lines = [
        words.TITLE,
        *filter(None, [made.position.looking_back]),
        slides.stamp(made.position),
        words.meeting(made.position),
        "",
        "observations.csv   every figure of the publication, as the command export writes it",
        "running_order.csv  the items in their order",
        "items/             the figures of each item, for machines",
        "questions.csv      the questions to ask, with what each rests on",
        "signals.csv        whether a change means anything, measure by measure",
        "definitions.csv    what each indicator counts",
        "sources.csv        where figures come from, and under which licence",
        "symbols.csv        what the markers mean",
        "",
        words.WHOLE_ANSWER,
        *words.protected(made),
        "A text that a spreadsheet would take for a formula begins with an apostrophe.",
        "",
    ]
    return "\n".join(lines)
