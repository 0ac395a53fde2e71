"""A home to rehearse with: all that is ever published in it says that it is invented."""

from __future__ import annotations

from oversight import definitions
from oversight.home import Home, HomeError
from oversight.reference import Files


def files_of(where: Home, files: Files) -> Files:
    """The files as they are used in a home: one to rehearse with makes its own say so.

    Raises:
        HomeError: the files say that what they publish is invented, and the home holds what is not.
        DefinitionError: the settings cannot be read.
    """
    is_said = definitions.is_invented(files)
    if where.is_invented:
        return files if is_said else definitions.as_invented(files)
    if is_said and where.entries():
        raise HomeError(
            f"The settings say 'invented', and {where.path} holds figures that are not invented."
            " Take the setting out; 'python -m oversight demo' makes a home of its own to rehearse"
            " with."
        )
    return files
