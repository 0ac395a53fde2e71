"""Running a page's script in this process, and timing the script alone."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test, local_script_runner
from streamlit.testing.v1.element_tree import Block, Node

SECONDS = 60


class FramedPages(PagesManager):
    """Pages as our server runs them, each through dashboard.py.

    A test forgets st.navigation before each run and would run the page's file alone, unframed.
    """

    def __init__(self, *arguments, **keywords) -> None:
        PagesManager.uses_pages_directory = False
        super().__init__(*arguments, **keywords)


class Page:
    """One page of an app, run again and again as a server would for one reader."""

    def __init__(self, script: Path, name: str) -> None:
        self._name = name
        self._test = AppTest.from_file(str(script), default_timeout=SECONDS)
        self._here = False
        # A server compiles a script once; a test would compile it for every run.
        self._compiled = ScriptCache()

    def run(self, address: dict[str, str] | None = None) -> float:
        """Run the whole script, frame and page; gives its seconds without Streamlit's own work.

        Raises:
            AssertionError: the page shows an exception or an error.
        """
        if not self._here:
            self._once()
            self._test.switch_page(f"pages/{self._name}.py")
            self._here = True
        for key, value in (address or {}).items():
            self._test.query_params[key] = value
        seconds = self._once()
        wrong = [*self._test.exception, *self._test.error]
        assert not wrong, f"{self._name}: {wrong[0].value}"
        return seconds

    def elements(self) -> Counter[str]:
        """What the last run sent: how many elements of each type."""
        counted: Counter[str] = Counter()
        _count(self._test._tree, counted)
        return counted

    def _once(self) -> float:
        app_test.ScriptCache = local_script_runner.ScriptCache = lambda: self._compiled
        app_test.PagesManager = FramedPages
        seconds: list[float] = []
        execute = script_runner.exec_func_with_error_handling

        def timed(function, context):
            start = time.perf_counter()
            outcome = execute(function, context)
            seconds.append(time.perf_counter() - start)
            return outcome

        script_runner.exec_func_with_error_handling = timed
        try:
            self._test.run()
        finally:
            script_runner.exec_func_with_error_handling = execute
            app_test.ScriptCache = local_script_runner.ScriptCache = ScriptCache
            app_test.PagesManager = PagesManager
        return sum(seconds)


def _count(node: Node, counted: Counter[str]) -> None:
    counted[node.type] += 1
    if isinstance(node, Block):
        for child in node.children.values():
            _count(child, counted)
