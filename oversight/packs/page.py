"""The pack as one page to read and print: no network, no server, no script, nothing outside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape

from oversight import ROOT, charts, questions, slides, wording
from oversight.framework import Entry
from oversight.packs import typefaces, words
from oversight.packs.made import Made
from oversight.periods import in_words
from oversight.questions import Question
from oversight.slides import Slide, Table, markup
from oversight.wording import tested

SHEET = ROOT / "oversight" / "packs" / "page.css"
# Nothing may be fetched, and no script may run.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'"
# Of letters that mean nothing in a style sheet.
HARMLESS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:")


def as_html(made: Made) -> bytes:
    """The whole pack. The same publication, day and running order make the same bytes."""
    stamp, position = slides.stamp(made.position), made.position
    invented = f'<p class="invented">{escape(wording.INVENTED)}</p>' if position.is_invented else ""
    said = position.looking_back
    foot = " · ".join(filter(None, [stamp, said]))
    banner = f'<p class="looking-back">{escape(said)}</p>' if said else ""
    items = "".join(_item(made, place) for place in range(len(made.items)))
    body = (
        f"<header>{invented}{banner}<h1>{escape(words.TITLE)}</h1>"
        f"<p>{escape(words.meeting(position))}</p>"
        f'<p class="stamp">{escape(stamp)}</p></header>'
        f"<main><section><h2>{escape(words.RUNNING_ORDER)}</h2>{_order(made)}</section>"
        f"{items}{_questions(made.questions)}{_signals(made)}{_definitions(made)}{_symbols(made)}"
        "</main>"
        f'<footer><p class="stamp">{escape(stamp)}</p></footer>'
    )
    return (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(words.document_title(position))},"
        f" read on {escape(in_words(position.on))}</title>"
        f"<style>{typefaces.embedded()}{_sheet()}{_every_page(foot)}</style></head>"
        f"<body>{body}</body></html>\n"
    ).encode()


@lru_cache(maxsize=1)
def _sheet() -> str:
    colours = charts.LIGHT
    variables = (
        f"--main:{colours.series[0]};--card:{colours.card};--rule:{colours.rule};"
        f"--ink:{colours.ink};--page:{colours.page};--quiet:{colours.quiet};--act:{colours.act}"
    )
    return f":root{{{variables}}}{SHEET.read_text('utf-8')}"


def _every_page(stamp: str) -> str:
    """The stamp at the foot of each printed page, with its number."""
    return (
        f'@page{{@bottom-left{{content:"{_as_style(stamp)}"}}'
        '@bottom-right{content:counter(page) " of " counter(pages)}}'
    )


def _as_style(text: str) -> str:
    """A text between quotation marks of a style sheet; a blank ends a sign's number."""
    return "".join(one if one in HARMLESS else f"\\{ord(one):x} " for one in text)


def _order(made: Made) -> str:
    """The running order; each subject leads to its item."""
    shown = words.running_order(made)
    header = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in shown.header)
    rows = "".join(
        f'<tr><td>{escape(number)}</td><th scope="row"><a href="#item-{number}">{escape(subject)}'
        f"</a></th>{''.join(f'<td>{escape(cell)}</td>' for cell in rest)}</tr>"
        for number, subject, *rest in shown.rows
    )
    return markup.scrolling(
        f'<table class="order"><caption>{escape(words.RUNNING_ORDER)} and time</caption>'
        f"<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>",
        words.RUNNING_ORDER,
    )


def _item(made: Made, place: int) -> str:
    """One item: everything of its slide, and what staff noted for the chair."""
    item, number = made.items[place], place + 1
    slide = item.slide
    drawn = (
        charts.drawn(slide.drawing, charts.LIGHT, alt=slide.alt or slide.finding)
        if slide.drawing
        else ""
    )
    minutes = "" if item.minutes is None else f", {wording.many(item.minutes, 'minute')}"
    note = f"<p><b>Note:</b> {escape(item.note)}</p>" if item.note else ""
    return (
        f'<section class="item" id="item-{number}"><p class="kicker">Item {number}:'
        f" {escape(slide.title)}{minutes}</p>"
        f"{markup.whole(slide, drawn, 2)}{_bearing(slide, made.questions)}{note}</section>"
    )


def _questions(asked: Iterable[Question]) -> str:
    """The questions, each with what it rests on and where in the dashboard that stands."""
    said = "".join(
        f'<li id="question-{number}"><p><b>{escape(one.text)}</b></p>'
        f"<p>{escape(words.told_of(one))}{_where(one)}</p></li>"
        for number, one in enumerate(asked, start=1)
    )
    listed = f"<ol>{said}</ol>" if said else "<p>No question follows from what is known.</p>"
    return f'<section class="item"><h2>{escape(words.QUESTIONS)}</h2>{listed}</section>'


def _where(one: Question) -> str:
    """Where its figure stands; nothing for a question of the meeting's own."""
    where = one.address or one.page
    return f" Where: <code>{escape(where)}</code>" if where else ""


def _bearing(slide: Slide, asked: Sequence[Question]) -> str:
    """The numbers of the questions that rest on an item, each a link to its words."""
    links = [
        f'<a href="#question-{number}">question {number}</a>'
        for number, _ in questions.bearing_on(slide, asked)
    ]
    return f"<p><b>To ask:</b> {wording.listed(links)}.</p>" if links else ""


def _signals(made: Made) -> str:
    """Whether a change means anything, for every series of what the items show."""
    table = markup.table(words.signals(made), tested.BY_SERIES, "signals")
    return (
        f'<section class="item"><h2>{escape(words.SIGNALS)}?</h2>'
        f"<p>{escape(tested.ABOUT)}</p>{markup.scrolling(table, words.SIGNALS)}</section>"
    )


def _definitions(made: Made) -> str:
    """What each indicator that an item shows counts, and what must be known to read it."""
    shown = {name for item in made.items for name in item.slide.indicators}
    entries = [entry for entry in made.position.entries if entry.name in shown]
    said = "".join(_definition(entry) for entry in entries)
    return (
        '<section class="item"><h2>What the indicators count</h2>'
        f'<div class="definitions">{said}</div></section>'
    )


def _definition(entry: Entry) -> str:
    about = entry.about
    counted = f"{about.unit}; {about.clock}; {about.population}; {about.organisation}"
    caveats = " ".join(wording.sentence(one) for one in about.caveats)
    return (
        f'<div class="definition"><h3>{escape(entry.title)}</h3>'
        f"<p>{escape(about.definition)}</p>"
        f'<p class="quiet">{escape(wording.sentence(counted))}'
        f" {escape(wording.sentence(wording.BETTER[about.better]))} {escape(caveats)}</p></div>"
    )


def _symbols(made: Made) -> str:
    shown: Table = words.symbols()
    said = " ".join((words.WHOLE_ANSWER, *words.protected(made)))
    table = markup.table(shown, "Symbols beside a figure or in its place", "slide-figures")
    return (
        f'<section class="kept"><h2>{escape(words.SYMBOLS)}</h2>'
        f"<p>{escape(said)}</p>{table}</section>"
    )
