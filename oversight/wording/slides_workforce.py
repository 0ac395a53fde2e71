"""What slides say of posts and people beside the page's finding. Values in, texts out."""

from __future__ import annotations

from oversight.themes import Workforce

POSTS_ARE_NOT_PEOPLE = "Posts are not people, and they also investigate rape of adults."


def posts_and_people(year: Workforce | None) -> str:
    """What posts are not, and why the last bar may be no headcount."""
    if year is None:
        return ""
    return f"{POSTS_ARE_NOT_PEOPLE} {why_a_ceiling(year)}".rstrip()


def why_a_ceiling(year: Workforce) -> str:
    """Why the last bar of the way from posts to people is no headcount; blank where it is one."""
    if year.at_work.is_exact:
        return ""
    people = (year.in_post or year.vacant, year.abstracted, year.maternity)
    days = {point.period for point in people if point}
    why = "Not all is exact" if all(people) else "Not all is stated"
    why = "The dates differ" if len(days) > 1 else why
    return f"{why}, so the last bar is a ceiling and no headcount."
