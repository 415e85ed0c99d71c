"""Finds the page behind a frame: providers' players are embedded by the address of the page they play."""

import re

from cms.embeds import frame_of

PLAYERS = (
    (re.compile(r"(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+)"), r"www.youtube.com/watch?v=\1"),
    (re.compile(r"player\.vimeo\.com/video/(\d+)"), r"vimeo.com/\1"),
    (re.compile(r"(?:www\.)?dailymotion\.com/embed/video/(\w+)"), r"www.dailymotion.com/video/\1"),
    (re.compile(r"open\.spotify\.com/embed/(\w+/\w+)"), r"open.spotify.com/\1"),
)


def page_of_frame(address: str) -> str | None:
    """Return the address of what a frame plays; `None` when no provider on the allow-list plays it."""
    without_scheme = re.sub(r"^(?:https?:)?//", "", address)
    for player, page in PLAYERS:
        if found := player.match(without_scheme):
            without_scheme = found.expand(page)
    page = f"https://{without_scheme}"
    return page if frame_of(page) else None
