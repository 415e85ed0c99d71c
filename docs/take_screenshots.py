"""Takes the pictures of editors.md from a demo that is served, which keeps the draft that is written for them.

`make demo` in one terminal, `make screenshots` in another.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "editors"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
COLOURS = 192


def main(server: str) -> None:
    """Sign in as the demo's editor and go through what editors.md shows."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        desk = browser.new_page(base_url=server, viewport={"width": 1280, "height": 800})
        sign_in(desk)
        take(desk, "dashboard")
        desk.goto("/admin/flash-desk/")
        take(desk, "flash-desk")
        show_a_story(desk)
        show_what_is_stopped(desk)
        browser.close()


def sign_in(desk: Page) -> None:
    """Sign in with the password that `load_demo` keeps."""
    desk.goto("/admin/login/")
    desk.fill("[name=username]", "editor")
    desk.fill("[name=password]", (ROOT / "var" / "demo-password").read_text().strip())
    desk.click("button[type=submit]")
    desk.wait_for_url("**/admin/")


def show_a_story(desk: Page) -> None:
    """Open a live story, what readers see of it, and the form by which it would be retracted."""
    desk.goto("/admin/articles/?q=budget+by+a+single+vote")
    desk.locator("td.title a").first.click()
    desk.wait_for_selector(".public-DraftEditor-content")
    take(desk, "writing")
    toggle_panel(desk)
    desk.locator(".newsroom-readers img").first.scroll_into_view_if_needed()
    desk.locator(".newsroom-readers h3").first.scroll_into_view_if_needed()
    take(desk, "what-readers-see")
    key = desk.url.rstrip("/").split("/")[-2]
    toggle_panel(desk)
    desk.goto(f"/admin/articles/{key}/retract/")
    desk.fill("[name=reason]", "The vote we reported was that of the committee, not of the council.")
    take(desk, "retracting")


def show_what_is_stopped(desk: Page) -> None:
    """Begin a story with a hole in it and try to publish it."""
    desk.goto("/admin/articles/?q=map+of+the+city%27s+windows")
    desk.locator("td.title a").first.click()
    paragraph = desk.locator(".public-DraftEditor-content").first
    paragraph.press("Control+Home")
    paragraph.press_sequentially("The last lamp burns in [WHERE]. ")
    desk.wait_for_timeout(500)
    desk.locator("footer [data-w-dropdown-target=toggle]").click()
    desk.get_by_role("button", name="Publish", exact=True).click()
    desk.wait_for_url("**findings=1*")
    desk.get_by_role("button", name="Go to the first error").click()
    desk.wait_for_timeout(1000)
    take(desk, "stopped")


def toggle_panel(desk: Page) -> None:
    """Open or close what readers see; the admin remembers which panel is open."""
    desk.click("[data-side-panel-toggle=readers]")
    desk.wait_for_timeout(1000)


def take(desk: Page, name: str) -> None:
    """Keep what is seen, with as many colours as an admin has."""
    desk.wait_for_load_state("networkidle")
    desk.evaluate("document.activeElement?.blur()")
    picture = Image.open(io.BytesIO(desk.screenshot()))
    PICTURES.mkdir(exist_ok=True)
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(sys.argv[1])
