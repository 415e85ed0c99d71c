"""A picture's place has its colour until the picture is there."""

from tests.builders import make_article, make_image

COLOUR = "(image) => image.style.backgroundColor"


def test_a_picture_is_its_colour_while_it_loads_and_no_longer(open_page):
    picture = make_image()
    picture.refresh_from_db()
    red, green, blue = bytes.fromhex(picture.colour.removeprefix("#"))
    make_article(title="Ferries", hero_image=picture, hero_alt="Boats")
    page = open_page("/")
    page.route("**/media/**", lambda route: None)
    page.reload(wait_until="commit")
    image = page.locator("main img").first

    assert image.evaluate(COLOUR) == f"rgb({red}, {green}, {blue})"
    image.dispatch_event("load")
    assert image.evaluate(COLOUR) == ""
