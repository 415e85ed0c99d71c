"""Which body is taken, and what becomes of plain text."""

from news.importers.bodies import read_bodies, text_blocks
from news.importers.items import Body


def story(*bodies):
    return read_bodies(bodies, "Harbour reopens", lambda picture: None)


def words(*bodies):
    return [block["value"] for block in story(*bodies).blocks]


def test_html_goes_before_text_and_the_main_body_before_others():
    text = Body("main", "text/plain", "As text.")
    html = Body("html", "text/html", "<p>As HTML.</p>")
    main = Body("main", "application/xhtml+xml", "<p>The main one.</p>")

    assert words(text, html) == ["<p>As HTML.</p>"]
    assert words(text, html, main) == ["<p>The main one.</p>"]
    assert story(text, html).remarks == ["took the body “html”, not “main”"]


def test_a_body_without_words_gives_way_to_one_with():
    assert words(Body("html", "text/html", "<p> </p>"), Body("text", "text/plain", "Words.")) == [
        "<p>Words.</p>"
    ]


def test_a_body_that_does_not_say_what_it_is_is_looked_at():
    assert words(Body("", "", "<p>One.</p><p>Two.</p>")) == ["<p>One.</p>", "<p>Two.</p>"]
    assert words(Body("", "", "1 < 2 & 3 > 2")) == ["<p>1 &lt; 2 &amp; 3 &gt; 2</p>"]
    assert words(Body("xhtml", "", "no <b>element</b> that parts")) == ["<p>no <b>element</b> that parts</p>"]


def test_a_body_of_another_kind_is_named_and_not_guessed_at():
    answer = story(Body("nitf", "application/xml", "<nitf><p>One.</p></nitf>"))

    assert answer.blocks == []
    assert answer.remarks == ["left out the body “nitf”, in which there is nothing to read"]


def test_blank_lines_part_paragraphs_and_the_lines_of_one_are_joined():
    blocks = text_blocks(
        "Harbour reopens\r\n\r\nThe harbour\r\nreopened.\r\n\r\n\r\n– At six, she said.\r\nDone.",
        "Harbour Reopens",
    )

    assert [block["value"] for block in blocks] == [
        "<p>The harbour reopened.</p>",
        "<p>– At six, she said. Done.</p>",
    ]


def test_without_blank_lines_every_line_is_a_paragraph():
    assert [block["value"] for block in text_blocks("One.\n- Two.\n- Three.", "")] == [
        "<p>One.</p>",
        "<p>- Two.</p>",
        "<p>- Three.</p>",
    ]


def test_points_become_a_list():
    blocks = text_blocks("Open:\n\n* the ferry\n* the fish\nmarket\n\n• the pier\n\nAnd <more>.", "")

    assert [block["value"] for block in blocks] == [
        "<p>Open:</p>",
        "<ul><li>the ferry</li><li>the fish market</li><li>the pier</li></ul>",
        "<p>And &lt;more&gt;.</p>",
    ]
