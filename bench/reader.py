"""How long a reader waits for a page of the front end, on a processor four times slower, and whether it moves.

`make demo` in one terminal, `python -m bench.reader` in another: a line for each page, the median and the
best of five visits of a browser that was never there before. Other work on the machine only makes a visit longer.
"""

import argparse
import statistics
from dataclasses import dataclass

from playwright.sync_api import Browser, sync_playwright

SLOWER = 4
PAGES = (
    "/",
    "/politics/",
    "/politics/budget-passed/",
    "/search/?q=ferry",
    "/ur/",
    "/ur/muashra/night-bus-urdu/",
)
OBSERVED = """() => {
  window.observed = { paint: 0, moved: 0 };
  new PerformanceObserver((list) => { for (const each of list.getEntries()) window.observed.paint = each.startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => { for (const each of list.getEntries()) window.observed.moved += each.value; })
    .observe({ type: "layout-shift", buffered: true });
}"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit cost: milliseconds to the largest paint, how far things moved, bytes of script."""

    paint: float
    moved: float
    script: int


def visit(
    browser: Browser, url: str, *, width: int = 1440, settled: float = 1500, slower: float = SLOWER
) -> Visit:
    """Visit a page with an empty cache, on a processor so many times slower; wait until it has settled, in ms."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(f"({OBSERVED})()")
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    scripts: set[str] = set()
    received: list[int] = []
    protocol.on(
        "Network.responseReceived",
        lambda event: event["type"] == "Script" and scripts.add(event["requestId"]),
    )
    protocol.on(
        "Network.loadingFinished",
        lambda event: (
            received.append(int(event["encodedDataLength"])) if event["requestId"] in scripts else None
        ),
    )
    page.goto(url)
    page.wait_for_selector("main > *", state="attached")
    page.wait_for_timeout(settled)
    observed = page.evaluate("window.observed")
    context.close()
    return Visit(paint=observed["paint"], moved=observed["moved"], script=sum(received))


def main() -> None:
    """Print a line for each page."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("root", nargs="?", default="http://127.0.0.1:3000")
    arguments.add_argument("--visits", type=int, default=5)
    arguments.add_argument("--chromium", default="/usr/bin/chromium")
    given = arguments.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=given.chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        print(f"{'page':32}{'width':>6}{'LCP, ms':>9}{'best':>7}{'CLS':>8}{'script, bytes':>15}")  # noqa: T201
        for path in PAGES:
            for width in (1440, 390):
                visits = [visit(browser, given.root + path, width=width) for _ in range(given.visits)]
                paint = statistics.median(each.paint for each in visits)
                best = min(each.paint for each in visits)
                moved = max(each.moved for each in visits)
                print(f"{path:32}{width:6}{paint:9.0f}{best:7.0f}{moved:8.4f}{visits[0].script:15,}")  # noqa: T201
        browser.close()


if __name__ == "__main__":
    main()
