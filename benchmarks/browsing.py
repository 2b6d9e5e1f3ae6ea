"""Chromium as `viewing.py` uses it, a browser for each step: `browsing.py STEP ADDRESS …`.

Prints figures as JSON, a line as soon as they are there: whoever starts it may stop it when it
takes too long, and has what was found until then. The page reaches nothing; what it asks for is
counted.
"""

import json
import math
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

from playwright.sync_api import ConsoleMessage, Error, Page, Route, sync_playwright

Figures: TypeAlias = dict[str, Any]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WINDOW = (1280, 900)
REST = 500  # milliseconds in which a browser or a drawing comes to rest
SECONDS = 5.0  # of moving the mouse
REACH = 200.0  # pixels that the mouse moves to either side
MARK = "marked "
# Both pages draw by vis.Network: whichever makes one is watched from its beginning. Each frame that
# was drawn counts once, and every mark of the page's time is told to who waits outside.
WATCH = """
window.painted = 0;
new PerformanceObserver((list) => {
  for (const { name, startTime } of list.getEntries()) {
    if (["usable", "drawn", "stable"].includes(name)) console.debug(`marked ${name} ${startTime}`);
  }
}).observe({ type: "mark", buffered: true });
let made;
window.vis = Object.defineProperty({}, "Network", {
  get: () => made,
  set: (given) => {
    made = class extends given {
      constructor(...all) {
        super(...all);
        let last = -1;
        this.once("afterDrawing", () => setTimeout(() => performance.mark("drawn")));
        this.once("stabilizationIterationsDone", () => performance.mark("stable"));
        this.on("afterDrawing", () => {
          const now = document.timeline.currentTime;
          if (now !== last) [last, window.painted] = [now, window.painted + 1];
        });
        window.watched = this;
      }
    };
  },
});
"""
# Where the mouse finds a node and where it finds none, near the middle of what is seen.
SPOTS = """() => {
  const box = document.querySelector(".vis-network canvas").getBoundingClientRect();
  const far = ({ x, y }) => Math.hypot(x - box.width / 2, y - box.height / 2);
  const over = ({ x, y }) => document.elementFromPoint(box.x + x, box.y + y);
  const nearest = (spots, isWanted) => {
    const near = spots.filter((spot) => far(spot) < 260).sort((a, b) => far(a) - far(b));
    const spot = near.find((one) => over(one)?.closest(".vis-network") && isWanted(one));
    return spot ? [box.x + spot.x, box.y + spot.y] : null;
  };
  const isNode = (spot) => watched.getNodeAt(spot) !== undefined;
  const places = Object.values(watched.getPositions()).map((place) => watched.canvasToDOM(place));
  const grid = [];
  for (let x = 0; x < box.width; x += 9) {
    for (let y = 0; y < box.height; y += 9) grid.push({ x, y });
  }
  return {
    nodes: places.length,
    lines: watched.body.data.edges.length,
    node: nearest(places, isNode),
    whole: nearest(grid, (spot) => !isNode(spot)),
  };
}"""
STANDING = "[watched.getPositions(), watched.getViewPosition()].map((it) => JSON.stringify(it))"
SEARCH = """(query) => {
  const box = document.getElementById("search");
  box.value = query;
  const start = performance.now();
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const ms = performance.now() - start;
  return { query, ms, first: document.querySelector("#results li")?.textContent ?? null };
}"""


def main(arguments: Sequence[str]) -> None:
    """Take one step."""
    step, address, *rest = arguments
    STEPS[step](address, *rest)


def tell(figures: Figures) -> None:
    """Print figures at once."""
    sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n")
    sys.stdout.flush()


@contextmanager
def opened(address: str, marks: Sequence[str], patience: float) -> Iterator[tuple[Page, Figures]]:
    """A page that was waited for, and the seconds until each of its marks that came in time."""
    path = next((it for name in NAMES if (it := shutil.which(name))), None)
    if path is None:
        raise SystemExit(f"no Chromium is installed: none of {', '.join(NAMES)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        page = browser.new_page(viewport={"width": WINDOW[0], "height": WINDOW[1]})
        page.set_default_timeout(patience * 1000)
        asked, faults, found = _refused(page), list[str](), dict[str, Any]()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.add_init_script(WATCH)
        page.wait_for_timeout(REST)
        try:
            found = _waited(page, address, marks, patience)
        except Error as error:  # among others, that the page has crashed
            found = {"fault": str(error).splitlines()[0]}
        yield page, {**found, "requests": len(asked), "errors": faults}
        browser.close()


def _refused(page: Page) -> list[str]:
    """The addresses that a page asks for, none of which it gets."""
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    page.route(lambda url: not url.startswith(("file:", "data:", "blob:")), refuse)
    return asked


def _waited(page: Page, address: str, marks: Sequence[str], patience: float) -> Figures:
    """Go to an address and wait for marks: the seconds since then, of those that came."""
    found: Figures = {}

    def note(message: ConsoleMessage) -> None:
        if message.text.startswith(MARK):
            _, name, milliseconds = message.text.split()
            found.setdefault(name, float(milliseconds) / 1000)

    page.on("console", note)
    end = time.monotonic() + patience
    page.goto(address, wait_until="commit")
    while not found.keys() >= set(marks) and (left := end - time.monotonic()) > 0:
        page.wait_for_timeout(min(left * 1000, 50))
    return found


def open_(address: str, marks: str, patience: str) -> None:
    """How soon a page has its marks, and the memory that its scripts hold then."""
    wanted = marks.split(",")
    with opened(address, wanted, float(patience)) as (page, figures):
        tell(figures)
        if not figures.keys() >= set(wanted):
            return
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        for name, before in (("heap_mb", None), ("held_mb", "HeapProfiler.collectGarbage")):
            if before:
                session.send(before)
            metrics = session.send("Performance.getMetrics")["metrics"]
            tell({name: next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize") / 1e6})


def frames(address: str, mark: str, patience: str, view: str) -> None:
    """Frames a second while the whole drawing is dragged, and while one node is."""
    with opened(address, [mark], float(patience)) as (page, figures):
        tell(figures)
        if mark not in figures:
            return
        page.wait_for_timeout(REST)
        if view == "all":
            page.evaluate("watched.fit({ animation: false })")
            page.wait_for_timeout(REST)
        for name, is_moving in (("node", [True, False]), ("whole", [False, True])):
            spots = page.evaluate(SPOTS)
            tell({"nodes": spots["nodes"], "lines": spots["lines"]})
            tell({name: _dragged(page, spots[name], is_moving) if spots[name] else None})


def _dragged(page: Page, start: tuple[float, float], is_moving: list[bool]) -> float | None:
    """Frames that were drawn a second while the mouse drags.

    None where not that moves which should, of the nodes and the view.
    """
    before = page.evaluate(STANDING)
    page.mouse.move(*start)
    page.mouse.down()
    painted, began = page.evaluate("[painted, performance.now()]")
    end = time.monotonic() + SECONDS
    while (left := end - time.monotonic()) > 0:
        turn = 2 * math.pi * (SECONDS - left) / 2  # once around in two seconds
        x, y = REACH * math.sin(turn), REACH / 2 * math.sin(2 * turn)
        page.mouse.move(start[0] + x, start[1] + y)
    then, ended = page.evaluate("[painted, performance.now()]")
    page.mouse.move(start[0] + REACH, start[1])
    page.wait_for_timeout(REST)
    after = page.evaluate(STANDING)
    has_moved = [old != new for old, new in zip(before, after, strict=True)]
    page.mouse.up()
    page.wait_for_timeout(REST)
    return 1000 * float(then - painted) / float(ended - began) if has_moved == is_moving else None


def searches(address: str, mark: str, patience: str, *queries: str) -> None:
    """Milliseconds that the page takes for each query, its list of answers included."""
    with opened(address, [mark], float(patience)) as (page, figures):
        tell(figures)
        if mark not in figures:
            return
        page.wait_for_timeout(2 * REST)
        found = []
        for query in queries:
            found.append(page.evaluate(SEARCH, query))
            page.wait_for_timeout(REST / 5)
        tell({"queries": found})


STEPS: Mapping[str, Callable[..., None]] = {
    "open": open_,
    "frames": frames,
    "searches": searches,
}


if __name__ == "__main__":
    main(sys.argv[1:])
