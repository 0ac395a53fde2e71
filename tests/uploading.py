"""A member of staff on the Returns page: sends files, signs off, publishes, takes downloads."""

from __future__ import annotations

from pathlib import Path

from oversight.home import Home
from tests.reading import Reader, Reading

PAGE = "/returns"


class Staff:
    """One tab that sends returns; what others see is read in another."""

    def __init__(self, reader: Reader, other: Reader, folder: Path) -> None:
        self.reader, self.page, self._other, self._folder = reader, reader.page, other, folder

    @property
    def home(self) -> Home:
        return self.reader.server.home

    def open(self, address: str = PAGE, scheme: str = "light") -> Reading:
        return self.reader.open(address, scheme)

    def beside(self, address: str) -> Reading:
        """What stands at an address, read in a tab beside this one."""
        reading = self._other.go_on(address)
        self.page.bring_to_front()
        return reading

    def send(self, name: str, *lines: str, until: str) -> Reading:
        """Send a file of these lines; the page as soon as its title begins with these words."""
        file = self._folder / name
        file.write_bytes("\r\n".join([*lines, ""]).encode())
        self.page.locator('input[type="file"]').first.set_input_files(file)
        self.page.locator("h1").filter(has_text=until).wait_for()
        return self.reader.read()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).first.click()

    def write(self, label: str, text: str) -> None:
        self.page.get_by_label(label).first.fill(text)

    def sign_off(self, name: str, note: str) -> None:
        """Tick every box, and say who and what."""
        for box in self.page.get_by_test_id("stCheckbox").all():
            box.locator("label").click()
        self.write("Your name", name)
        self.write("Note for readers", note)

    def marked(self) -> list[str]:
        """The cells that are marked in the rows as written."""
        return self.page.locator(".findings mark").all_inner_texts()

    def download(self, name: str) -> bytes:
        with self.page.expect_download() as download:
            self.press(name)
        return Path(download.value.path()).read_bytes()
