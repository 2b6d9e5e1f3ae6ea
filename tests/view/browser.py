"""A real browser for the tests: Chromium driven by Playwright, one page of it."""

import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from playwright.sync_api import (
    BrowserContext,
    CDPSession,
    ConsoleMessage,
    Dialog,
    Download,
    Page,
    Playwright,
    Request,
    sync_playwright,
)

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
PATIENCE = 30_000.0  # milliseconds
AXE = "axe.min.js"
T = TypeVar("T")


def executable() -> str | None:
    """Give the path of an installed browser, if there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@dataclass
class Taken:
    """A file that the page handed out, once it is there."""

    path: Path = field(default_factory=Path)
    name: str = ""


class Browser:
    """One page of one browser: used as a reader would, and asked what it shows.

    Playwright keeps an event loop running in the thread that uses it, in which no other test could
    run one: so it has a thread of its own.
    """

    def __init__(self, offline: bool = True) -> None:
        """Start the browser, with a window of 1280 by 860 pixels."""
        self._thread = ThreadPoolExecutor(1)
        self._requested: list[str] = []
        self._complaints: list[str] = []
        self.dialogs: list[str] = []
        self._do(lambda: self._start(offline))

    def __enter__(self) -> "Browser":
        """Use as a context."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the browser."""
        self._do(self._stop)
        self._thread.shutdown()

    def _do(self, act: Callable[[], T]) -> T:
        """Do something in Playwright's thread."""
        return self._thread.submit(act).result()

    def _start(self, offline: bool) -> None:
        self._playwright: Playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(
            executable_path=executable(), args=list(FLAGS)
        )
        self._context: BrowserContext = self._browser.new_context(
            viewport={"width": 1280, "height": 860}, offline=offline, accept_downloads=True
        )
        self._context.set_default_timeout(PATIENCE)
        self._page: Page = self._context.new_page()
        self._page.on("request", self._saw_request)
        self._page.on("websocket", lambda socket: self._requested.append(socket.url))
        self._page.on("console", self._saw_message)
        self._page.on("pageerror", lambda error: self._complaints.append(str(error)))
        self._page.on("dialog", self._saw_dialog)
        self._cdp: CDPSession = self._context.new_cdp_session(self._page)
        self._cdp.send("Audits.enable")
        self._cdp.on("Audits.issueAdded", self._saw_issue)

    def _stop(self) -> None:
        self._context.close()
        self._browser.close()
        self._playwright.stop()

    def _saw_request(self, request: Request) -> None:
        self._requested.append(request.url)

    def _saw_message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._complaints.append(message.text)

    def _saw_dialog(self, dialog: Dialog) -> None:
        """Keep what a dialog says, and close it: the page stands still as long as it is open."""
        self.dialogs.append(dialog.message)
        self._complaints.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def _saw_issue(self, event: dict[str, Any]) -> None:
        if "SecurityPolicy" in event["issue"]["code"]:
            self._complaints.append(str(event["issue"]))

    def window(self, width: int, height: int, dark: bool = False) -> None:
        """Set the window's size and the colours that the reader prefers."""
        self._do(lambda: self._page.set_viewport_size({"width": width, "height": height}))
        self._do(lambda: self._page.emulate_media(color_scheme="dark" if dark else "light"))

    def paper(self, is_paper: bool = True) -> None:
        """Show the page as it is printed, or as on a screen again."""
        self._do(lambda: self._page.emulate_media(media="print" if is_paper else "screen"))

    def open(self, path: Path, fragment: str = "") -> None:
        """Open a file from disk and wait until it can be used."""
        self.go(path.resolve().as_uri() + fragment)
        self.wait("performance.getEntriesByName('usable').length")

    def go(self, url: str) -> None:
        """Go to an address anew, and forget what was before."""
        self._do(lambda: self._page.goto("about:blank"))
        self._requested.clear()
        self._complaints.clear()
        self.dialogs.clear()
        self._do(lambda: self._page.goto(url))

    def run(self, script: str) -> Any:
        """Evaluate an expression in the page; a promise is waited for."""
        return self._do(lambda: self._page.evaluate(script))

    def wait(self, script: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + PATIENCE / 1000
        while not self.run(f"Boolean({script})"):
            assert time.monotonic() < end, script
            time.sleep(0.02)

    def text(self, selector: str) -> str:
        """Give the visible text of an element, "" if there is none."""
        script = "(one) => document.querySelector(one)?.innerText ?? ''"
        return str(self._do(lambda: self._page.evaluate(script, selector)))

    def type(self, text: str) -> None:
        """Put text into the focused element, as an input method does."""
        self._do(lambda: self._page.keyboard.insert_text(text))

    def press(self, *keys: str) -> None:
        """Press and release keys, one after the other: "Enter", "a", "Control+Enter"."""
        for key in keys:
            self._do(lambda key=key: self._page.keyboard.press(key))

    def click(self, x: float, y: float, times: int = 1) -> None:
        """Click at a place of the window."""
        self._do(lambda: self._page.mouse.click(x, y, click_count=times))

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drag from a place of the window to another."""
        mouse = self._page.mouse
        self._do(lambda: mouse.move(*start))
        self._do(mouse.down)
        self._do(lambda: mouse.move(*end, steps=8))
        self._do(mouse.up)

    @contextmanager
    def taken(self, folder: Path) -> Iterator[Taken]:
        """Keep the file that the page hands out within the block, in a folder."""
        found: list[Download] = []
        self._do(lambda: self._page.once("download", lambda one: found.append(one)))
        got = Taken()
        yield got
        end = time.monotonic() + PATIENCE / 1000
        while not found:
            assert time.monotonic() < end, "the page hands out no file"
            self._do(lambda: self._page.wait_for_timeout(20))
        got.name = found[0].suggested_filename
        got.path = folder / got.name
        self._do(lambda: found[0].save_as(got.path))

    def picture(self, path: Path) -> None:
        """Save what the window shows as PNG."""
        self._do(lambda: self._page.screenshot(path=path))

    def findings(self) -> list[str]:
        """Give what axe finds of serious or critical faults of accessibility (WCAG 2.2 AA)."""
        import axe_playwright_python

        source = next(Path(axe_playwright_python.__file__).parent.rglob(AXE)).read_text("utf-8")
        self._do(lambda: self._page.evaluate(source))
        found = self.run("axe.run(document, { resultTypes: ['violations'] })")
        return [
            f"{one['impact']} {one['id']}: {one['help']}: {[n['target'] for n in one['nodes']]}"
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
        ]

    def requests(self) -> list[str]:
        """Give the addresses that were asked for, blobs and data of the page itself left out."""
        self.run("0")
        return [url for url in self._requested if not url.startswith(("data:", "blob:"))]

    def complaints(self) -> list[str]:
        """Give errors, exceptions, warnings and refusals that the page has caused."""
        self.run("0")  # what the browser has told until now arrives before the answer
        return list(self._complaints)
