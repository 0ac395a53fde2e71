"""The page that checks the report: every claim with its verdict, and one claim in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from oversight import claims, filters, packs, wording
from oversight.claims import Check, Documents, Entry, Ledger, Since
from oversight.filters import AddressError, Chosen
from oversight.panels import links
from oversight.panels.panel import printed_records, table

EVERY_CLAIM, PRESS, VINTAGES = "Every claim", "Press release", "Two vintages"
ALL = "all"
# The choices of the list, which stay in the address while one claim is read.
OF_THE_LIST = ("verdict", "topic", "q")
# The order in which verdicts are shown: from what holds to what does not.
SHOWN = (claims.AGREES, claims.ROUNDS, claims.CONFLICTS, claims.CANNOT)


def documents(now: Chosen) -> Documents:
    """What the publication holds of the two documents."""
    return claims.documents(now.rows)


def part_of_the_check() -> str:
    """Which of the page's three parts is read."""
    return filters.choice("Show", (EVERY_CLAIM, PRESS, VINTAGES), EVERY_CLAIM, "part",
                          label_visibility="collapsed")  # fmt: skip


def claim_asked_for(found: Ledger) -> Entry | None:
    """The claim that the address names, or None.

    Raises:
        AddressError: there is no such claim.
    """
    name = filters.in_address("claim")
    if name is None:
        return None
    if name not in found.by_id:
        first, last = found.entries[0].claim.claim, found.entries[-1].claim.claim
        raise AddressError(
            f"'{name[:40]}' is no claim ('claim' in the address). Ids run from {first} to"
            f" {last}; this page lists all {len(found.entries)}."
        )
    return found.by_id[name]


def one_claim(now: Chosen, said: Documents, entry: Entry) -> None:
    """One claim in full: as printed, where, how it is kept, and every check that bears on it."""
    claim = entry.claim
    since = _since(now, said).get(claim.claim)
    st.markdown(f"**{claim.period}.** {wording.recomputed_cell(entry, since)}")
    facts, checks = st.columns([1, 1.7], gap="large")
    with facts:
        st.header("As printed")
        _facts(now, said, entry)
    with checks:
        st.header("Every check that bears on it")
        if entry.checks:
            _checks(now, entry.checks)
        else:
            st.markdown(wording.sentence(entry.recomputed))


def verdicts(found: Ledger) -> None:
    """How many claims have each verdict, what each means, and what counts as recomputed.

    Above all which of those that hold rest on what we counted or worked out ourselves.
    """
    if own := wording.our_own_sentence(found):
        st.markdown(own)
    cards(
        (
            f"**{wording.VERDICT_SIGNS[one]} {one}**",
            found.counts[one],
            wording.VERDICT_MEANINGS[one],
        )
        for one in SHOWN
    )
    st.caption(
        f"{found.recomputed} of {len(found.entries)} recomputed. {wording.COUNTS_AS_RECOMPUTED}"
    )


def cards(rows) -> None:
    """Numbers side by side, each with its name above and its meaning below."""
    rows = list(rows)
    for order, (column, (name, number, meaning)) in enumerate(
        zip(st.columns(len(rows), gap="small"), rows, strict=True)
    ):
        with column.container(key=f"card_verdict_{order}", height="stretch", gap="xxsmall"):
            st.metric(name, f"{number:,}")
            st.caption(meaning)


def every_claim(now: Chosen, said: Documents, found: Ledger) -> None:
    """The list of claims as far as filters and search let through."""
    topics = {entry.claim.topic: _titled(entry.claim.topic) for entry in found.entries}
    names = {name: f"{name} {entry.claim.measure}" for name, entry in found.by_id.items()}
    one, two, three, four = st.columns([1.95, 1, 1, 1], gap="small")
    with one:
        verdict = filters.choice("Verdict", (ALL, *SHOWN), ALL, "verdict")
    with two:
        topic = filters.pick("Theme", topics, "Every theme", "topic")
    with three:
        words = filters.search("measure, value, id or page")
    with four:
        filters.pick("One claim in full", names, "Choose a claim", "claim")
    shown = found.matching(None if verdict == ALL else verdict, topic, words)
    st.header(wording.listed_title(len(shown), len(found.entries)))
    if shown:
        _list(now, shown, _since(now, said))
    else:
        st.markdown("No claim matches. Take out a filter, or search for another word.")


def slips(now: Chosen, found: Ledger) -> None:
    """Checks that bear on no claim: slips of the text."""
    if found.loose:
        st.header("Slips of the text, on which no figure rests")
        _checks(now, found.loose, "slips")


def _since(now: Chosen, said: Documents) -> Mapping[str, Since]:
    """What has become of the figures of claims, whatever the period shown."""
    rows = now.rows

    def every(question: str, *indicators: str) -> tuple:
        return rows(question, indicators=indicators, starts_on=None, ends_on=None)

    return claims.since(said, packs.london_figures(rows("framework/indicators"), every))


def _list(now: Chosen, shown: Sequence[Entry], since: Mapping[str, Since]) -> None:
    kept = filters.kept(OF_THE_LIST)
    rows = [
        {
            "Claim": entry.claim.claim,
            "What": f"{entry.claim.measure}, {entry.claim.period}",
            "As printed": wording.as_printed(entry.claim),
            "Where": wording.where_printed(entry.claim),
            "Recomputed": wording.recomputed_cell(entry, since.get(entry.claim.claim)),
            "Sign": wording.VERDICT_SIGNS[entry.verdict],
            "Verdict": entry.verdict,
        }
        for entry in shown
    ]
    linked = [
        {
            **row,
            "Claim": links.to(now, "check", row["Claim"], claim=row["Claim"], **kept),
            "Sign": f"**{row['Sign']}**",
        }
        for row in rows
    ]
    table("claims", linked, now, printed_records(rows, "_"), alt="Claims and their verdicts")


def _facts(now: Chosen, said: Documents, entry: Entry) -> None:
    claim = entry.claim
    facts = {
        "As printed": wording.as_printed(claim),
        "Where": wording.where_printed(claim, in_full=True),
        "Period": claim.period,
        "Qualifier": claim.qualifier,
        "Kept as": f"{wording.kept_as(claim)} ({claim.unit})",
        "Note": claim.note or "none",
        "Figures that rest on it": wording.listed(entry.figures) or "none",
        "Indicator": said.titles[claim.indicator] if claim.indicator else "none",
    }
    rows = [{"Fact": key, "Claim": text} for key, text in facts.items()]
    linked = [dict(row) for row in rows]
    if claim.indicator:
        linked[-1]["Claim"] = links.to_indicator(now, claim.indicator, facts["Indicator"])
    table("claim", linked, now, printed_records(rows, "_"), alt=f"Claim {claim.claim}")


def _checks(now: Chosen, checks: Sequence[Check], key: str = "checks") -> None:
    rows = [
        {
            "Sign": wording.VERDICT_SIGNS[check.verdict],
            "Verdict": check.verdict,
            "Sum": wording.sentence(check.sum),
            "What follows": wording.sentence(check.note) if check.note else "–",
            "Bears on": ", ".join(check.claims) or "no claim",
            "Rule": check.name,
        }
        for check in checks
    ]
    linked = [
        {**row, "Bears on": links.to_claims(now, check.claims) or row["Bears on"]}
        for row, check in zip(rows, checks, strict=True)
    ]
    table(key, linked, now, printed_records(rows, "_"), alt="Checks")


def _titled(topic: str) -> str:
    return topic if topic.isupper() else topic.capitalize()
