"""The overview: a finding a card, what changed, what cannot be seen, what is due."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from oversight import bounds, charts, home, series, statistics, store, themes, wording
from oversight.filters import Chosen
from oversight.panels.panel import download, palette
from oversight.periods import in_words
from oversight.series import Point, Series
from oversight.themes import Allegations, Deadlines, Workforce


@dataclass(frozen=True)
class Card:
    """One theme's finding: a sentence, a figure with its baseline, a picture, a way on."""

    key: str
    finding: str
    measure: str
    figure: str
    delta: str
    baseline: str
    picture: str
    badge: str
    page: str
    link: str
    parameters: dict[str, str] | None = None
    must_act: bool = False


def cards(now: Chosen, found: Allegations, year: Workforce | None, asks: Deadlines) -> None:
    """Six findings, the same words as on their pages."""
    colours = palette()
    shown = [
        *_allegations(found, colours),
        *_workforce(year, colours),
        *_exploitation(now, colours),
        *_mutilation(now, colours),
        _asks(now, asks, colours),
    ]
    for start in range(0, len(shown), 3):
        columns = st.columns(3, gap="small")
        for column, card in zip(columns, shown[start : start + 3], strict=False):
            with column:
                _draw(card)
    with st.expander("The cards as a table, and download", key="more_cards", type="compact"):
        rows = [
            {
                "Finding": card.finding,
                "Measure": card.measure,
                "Figure": card.figure,
                "Against": f"{card.delta} {card.baseline}".strip(),
                "Standing": card.badge,
            }
            for card in shown
        ]
        st.table(rows, hide_index=True, border="horizontal")
        download("overview", [{k.lower(): v for k, v in row.items()} for row in rows], now)


def changed(now: Chosen) -> None:
    """What the newest figures changed against the publication before."""
    st.header("What changed since the last publication")
    number = now.publication.number
    if number == 1:
        _row("first", "Nothing yet", "This is the first publication: the report's own figures.")
        return
    older = store.numbered(home.chosen(), number - 1)
    rows = store.compared(older, now.publication).rows("compare/by_indicator")
    for row in rows:
        kinds = [
            (row.new_figures, "new"),
            (row.changed_figures, "changed"),
            (row.gone_figures, "gone"),
        ]
        said = wording.listed(f"{many} {kind}" for many, kind in kinds if many)
        _row(row.indicator, row.title, f"{said}; the latest is for {row.latest_period}.")
    if not rows:
        _row(
            "none", "No figure", f"Publication {number} changed no figure: {now.publication.note}."
        )


def unseen(now: Chosen, found: Allegations) -> None:
    """What no figure here can show."""
    st.header("What cannot be seen")
    missing = [point.period for point in found.both.points if not point.is_number]
    if missing:
        _row("years", "Years", f"Allegations of {wording.listed(missing)}: not available [x].")
    (reach,) = now.rows("overview/splits")
    lacking = [
        word
        for word, many in (
            ("borough", reach.below_london),
            ("sex", reach.by_sex),
            ("age", reach.by_age),
        )
        if not many
    ]
    if lacking:
        _row("who", "Who", f"No police count about children by {wording.listed(lacking, 'or')}.")
    _row(
        "boys", "Boys",
        "Left out of the Mayor's strategy on violence against women and girls and of the panel's"
        " framework (report p. 32).",
    )  # fmt: skip
    without = now.rows("overview/without_figures")
    for theme, label in (("outcomes", "Outcomes"), ("workforce", "People"), ("cse", "CSE")):
        names = [_in_a_sentence(row.label) for row in without if row.theme == theme]
        if names:
            _row(theme, label, f"No figure supplied: {wording.listed(names)}.")
    _row(
        "scope", "Scope",
        "Gangs, faith-based abuse, online abuse and trafficking lay outside the report (p. 9).",
    )  # fmt: skip


def expected(now: Chosen) -> None:
    """What is due next and from whom; where nothing lies ahead, what is overdue."""
    st.header("What is expected, and from whom")
    due = now.rows("overview/due")
    ahead = [row for row in due if row.due_on >= now.on]
    for row in (ahead or [row for row in due if row.due_on < now.on])[:6]:
        late = (now.on - row.due_on).days
        when = f" Overdue by {late:,} days; no answer is recorded." if late > 0 else ""
        _row(
            f"due_{row.id}", in_words(row.due_on),
            f"**{row.who}:** {row.summary} ({row.id}, {row.how}, {wording.pages(row.pages)}).{when}",
        )  # fmt: skip
    if not ahead:
        _row("ahead", "Ahead", f"Nothing with a date lies after {in_words(now.on)}.")
    owed: dict[str, int] = {}
    for row in now.rows("overview/without_figures"):
        for owner in row.owner:
            owed[owner] = owed.get(owner, 0) + 1
    said = wording.listed(f"{owner} {many}" for owner, many in sorted(owed.items()))
    if said:
        _row("owed", "Any time", f"Indicators without a single figure, by who owes them: {said}.")


def _allegations(found: Allegations, colours: charts.Palette) -> list[Card]:
    if found.both.latest is None:
        return []
    latest, change = found.both.latest, found.changes[0] if found.changes else None
    made = [
        Card(
            "allegations",
            wording.allegations_title(change, latest),
            f"Rape and sexual assault, {latest.period}",
            wording.with_marker(latest),
            bounds.printed_change(change.per_cent) if change else "",
            f"on {bounds.printed(change.base.figure)} in {change.base.period}" if change else "",
            charts.dots(found.both, colours),
            "Neither good nor bad",
            "pages/allegations.py",
            "Allegations",
        )
    ]
    share = found.share
    if share.previous and found.all.previous:
        whole, first = found.all.latest, found.all.known[0]
        made.append(
            Card(
                "mix",
                wording.composition_title(share),
                f"All allegations, {whole.period}",
                wording.with_marker(whole),
                bounds.printed_change(whole.figure.change_from(first.figure)),
                f"on {bounds.printed(first.figure)} in {first.period}",
                charts.mix(share, colours),
                f"{share.known[0].period} worked out [e]"
                if share.known[0].standing == "derived"
                else "Neither good nor bad",
                "pages/allegations.py",
                "The mix",
                {"view": "share"},
            )
        )
    return made


def _workforce(year: Workforce | None, colours: charts.Palette) -> list[Card]:
    if year is None:
        return []
    at_work, budget = year.at_work, bounds.printed(year.budget.figure)
    return [
        Card(
            "workforce",
            f"Of {budget} budgeted posts, {bounds.printed(at_work)} could have somebody at work",
            f"Officers who could be at work, {year.year}",
            bounds.printed(at_work),
            f"of {budget}",
            f"posts budgeted in {year.year}",
            charts.posts(at_work, year.budget.figure, colours),
            "Reported" if at_work.is_exact else "A limit, not a count",
            "pages/workforce.py",
            "Workforce",
        )
    ]


def _exploitation(now: Chosen, colours: charts.Palette) -> list[Card]:
    found = series.of(now.period_rows("series/dated", *themes.CSE_TEAM))
    wanted, have = (_latest(found, name) for name in themes.CSE_TEAM)
    if not (wanted and have):
        return []
    return [
        Card(
            "cse",
            f"The exploitation team had {bounds.printed(have.figure)} of"
            f" {bounds.printed(wanted.figure)} officers",
            f"CSE officers in post, {have.period}",
            bounds.printed(have.figure),
            f"of {bounds.printed(wanted.figure)}",
            "officers wanted",
            charts.squares(have.figure, wanted.figure, colours),
            "Reported" if have.figure.is_exact else "A limit, not a count",
            "pages/workforce.py",
            "Workforce",
        )
    ]


def _mutilation(now: Chosen, colours: charts.Palette) -> list[Card]:
    one = series.of(now.period_rows("series/dated", themes.FGM)).get(themes.FGM)
    if one is None or one.latest is None:
        return []
    delta = baseline = ""
    if one.previous and one.latest.figure.is_exact and one.previous.figure.lower:
        new, old = int(one.latest.figure.lower), int(one.previous.figure.lower)
        low, high = statistics.ratio_interval(new, old)
        delta = f"×{new / old:.2f}"
        baseline = f"on {old} in {one.previous.period} ({low:.2f} to {high:.2f})"
    points = len(one.known)
    few = points < 3
    return [
        Card(
            "fgm",
            f"FGM referrals {_direction(one)}, yet two points show no trend"
            if few and one.previous
            else f"FGM referrals {_direction(one)}",
            f"FGM referrals, {one.latest.period}",
            wording.with_marker(one.latest),
            delta,
            baseline,
            charts.dots(one, colours),
            "Neither good nor bad",
            "pages/about.py",
            "Definition",
            {"indicator": themes.FGM},
        )
    ]


def _asks(now: Chosen, asks: Deadlines, colours: charts.Palette) -> Card:
    overdue = len(asks.overdue)
    return Card(
        "asks",
        wording.deadline_title(asks),
        f"Asks past their date on {in_words(now.on)}",
        f"{overdue} of {asks.all}",
        f"{asks.all - asks.dated} more",
        "carry no date",
        charts.tally(overdue, asks.dated, asks.all, colours),
        "Overdue" if overdue else "Not yet due",
        "pages/about.py",
        "The asks",
        {"list": "asks"},
        must_act=bool(overdue),
    )


def _draw(card: Card) -> None:
    with st.container(key=f"card_{card.key}", height="stretch", gap="xxsmall"):
        st.markdown(f"#### {card.finding}")
        st.metric(
            card.measure,
            card.figure,
            card.delta or None,
            delta_color="gray",
            delta_arrow="off",
            delta_description=card.baseline or None,
        )
        # The picture repeats the card's words; its alternative says which.
        st.image(card.picture, width=360, alt=f"{card.measure}: {card.figure} {card.delta}")
        with st.container(horizontal=True, key=f"foot_{card.key}", vertical_alignment="center"):
            st.badge(card.badge, color="orange" if card.must_act else "gray")
            st.page_link(
                card.page,
                label=card.link,
                icon=":material/arrow_forward:",
                icon_position="right",
                query_params=card.parameters,
            )


def _row(key: str, name: str, text: str) -> None:
    with st.container(key=f"row_{key}"):
        left, right = st.columns([1, 3], gap="small")
        left.markdown(f"**{name}**")
        right.markdown(text)


def _latest(found: dict[str, Series], name: str) -> Point | None:
    return found[name].latest if name in found else None


def _direction(one: Series) -> str:
    if one.previous is None:
        return f"were {wording.figure_in_words(one.latest)}"
    return wording.moved(one.latest.figure.change_from(one.previous.figure))


def _in_a_sentence(label: str) -> str:
    """A label inside a sentence: small first letter, unless it is an abbreviation."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
