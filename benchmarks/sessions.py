"""A reader without a browser: the server's side of a session, over its websocket."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from benchmarks.servers import Server

SECONDS = 60


class Session:
    """One reader on one page."""

    def __init__(self, connection: ClientConnection, page: str) -> None:
        self._connection = connection
        self._page = page
        self._hash = ""
        self._controls: dict[str, str] = {}
        self._places: set[tuple[int, ...]] = set()

    @property
    def elements(self) -> int:
        """How many the last run sent; one that was sent twice, such as a filled blank, is one."""
        return len(self._places)

    def open(self) -> None:
        """The page as it first appears."""
        message = BackMsg()
        message.rerun_script.page_name = self._page
        self._run(message)

    def choose(self, control: str, choice: str) -> None:
        """Turn a control of buttons to another choice."""
        message = BackMsg()
        message.rerun_script.page_script_hash = self._hash
        message.rerun_script.query_string = f"{control}={choice}"
        state = message.rerun_script.widget_states.widgets.add()
        state.id = self._controls[control]
        state.string_array_value.data.append(choice)
        self._run(message)

    def _run(self, message: BackMsg) -> None:
        self._connection.send(message.SerializeToString())
        self._places.clear()
        answer = ForwardMsg()
        while answer.WhichOneof("type") != "script_finished":
            answer = ForwardMsg.FromString(self._connection.recv(SECONDS))
            self._heed(answer)
        success = ForwardMsg.FINISHED_SUCCESSFULLY
        assert answer.script_finished == success, "A run did not finish."

    def _heed(self, answer: ForwardMsg) -> None:
        kind = answer.WhichOneof("type")
        if kind == "navigation":
            self._hash = answer.navigation.page_script_hash
        elif kind == "delta":
            self._places.add(tuple(answer.metadata.delta_path))
            group = answer.delta.new_element.button_group
            if group.query_param_key:
                self._controls[group.query_param_key] = group.id
            assert not answer.delta.new_element.HasField("exception"), "A page shows an exception."


@contextmanager
def session(server: Server, page: str) -> Iterator[Session]:
    """A reader who has come to a page and sees nothing yet."""
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None, compression=None) as opened:
        yield Session(opened, page)
