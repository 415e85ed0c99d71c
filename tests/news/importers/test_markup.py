"""What becomes of HTML."""

import pytest

from news.blocks import ArticleBody
from news.importers.markup import MarkupReader


def read(html, headline="Harbour reopens", picture=None):
    reader = MarkupReader(headline, lambda shown: picture)
    reader.read(html)
    ArticleBody().clean(ArticleBody().to_python(reader.blocks))  # every block is one that an editor may save
    return reader


def blocks(html, **options):
    return [(block["type"], block["value"]) for block in read(html, **options).blocks]


def paragraphs(html):
    return [value for kind, value in blocks(html) if kind == "paragraph"]


@pytest.mark.parametrize(
    "html",
    [
        "<body><section><p>One.</p><p>Two.</p></section></body>",
        "<html><head><title>No</title><style>p{}</style></head><body><div>One.</div><div>Two.</div></body></html>",
        "One.<br><br>Two.",
        "<p>One.<p>Two.",
        "One.<div>Two.",
        "<span>One.</span><p> \n Two.\n</p><p>&nbsp;</p>",
        "<b><p>One.</p></b><tt-odd>Two.</tt-odd>",
    ],
)
def test_paragraphs_are_found_however_they_are_marked(html):
    assert paragraphs(html) == ["<p>One.</p>", "<p>Two.</p>"]


def test_emphasis_and_links_stay_and_everything_else_is_unwrapped():
    html = (
        '<p class="x" onclick="x()">A <strong>b</strong> <em style="x">c</em><sup>2</sup> <u>d</u> <q>e</q> '
        '<a href="https://f.example/?a=1&amp;b=2" target="_blank">f</a><br>1 &lt; 2</p>'
    )

    assert paragraphs(html) == [
        "<p>A <b>b</b> <i>c</i><sup>2</sup> d “e” "
        '<a href="https://f.example/?a=1&amp;b=2">f</a><br>1 &lt; 2</p>'
    ]


def test_nothing_that_runs_in_a_browser_comes_through():
    reader = read(
        '<p>Safe<script>steal()</script><a href="javascript:steal()"> link</a></p>'
        '<img src=x onerror="steal()">'
        '<iframe src="javascript:steal()"></iframe><svg onload="steal()"><p>inside</p></svg>'
    )

    assert "steal" not in str(reader.blocks)
    assert "Safe link" in str(reader.blocks)
    assert "left out 1 script" in reader.remarks


def test_a_link_into_the_agencys_own_site_becomes_its_words_and_is_named():
    reader = read('<p>See <a href="/archive/7">the archive</a>.</p>')

    assert reader.blocks == [{"type": "paragraph", "value": "<p>See the archive.</p>"}]
    assert reader.remarks == ["left out a link that leads nowhere from here: /archive/7"]


def test_headings_keep_their_order_of_rank():
    html = "<h1>Harbour reopens!</h1><h2>What <i>next</i></h2><h3>Boats</h3><h5>Small ones</h5>"

    assert blocks(html) == [
        ("heading", {"text": "What next", "level": "2"}),
        ("heading", {"text": "Boats", "level": "3"}),
        ("heading", {"text": "Small ones", "level": "4"}),
    ]


def test_a_heading_too_long_for_one_becomes_a_bold_paragraph():
    assert paragraphs(f"<h2>{'word ' * 40}&amp;</h2>") == [f"<p><b>{'word ' * 40}&amp;</b></p>"]


def test_lists_stay_lists_and_nested_ones_nested():
    html = "<ul><li><p>One</p><p>more</p></li><li>Two<ol><li>Deep</li></ol></li></ul><ul><li> </li></ul>"

    assert paragraphs(html) == ["<ul><li>One<br>more</li><li>Two<ol><li>Deep</li></ol></li></ul>"]


def test_terms_and_their_explanations_follow_one_another():
    assert paragraphs("<dl><dt>Berth</dt><dd>A place.</dd></dl>") == [
        "<p><b>Berth</b></p>",
        "<p>A place.</p>",
    ]


def test_lines_of_verse_stay_lines():
    assert paragraphs("<pre>One\n  two</pre>") == ["<p>One<br>two</p>"]


@pytest.mark.parametrize(
    ("html", "text", "attribution"),
    [
        ("<blockquote><p>“We kept the lamp lit.”</p><footer>— Leila Noor</footer></blockquote>",
         "We kept the lamp lit.", "Leila Noor"),
        ("<figure><blockquote>We kept <b>it</b> lit.</blockquote><figcaption>L. Noor</figcaption></figure>",
         "We kept it lit.", "L. Noor"),
        ("<blockquote><p>One.</p><p>Two &amp; three.</p></blockquote>", "One.\nTwo & three.", ""),
        ('<blockquote>"One," she said. "Two."</blockquote>', '"One," she said. "Two."', ""),
    ],
)  # fmt: skip
def test_quotations_are_words_and_who_said_them(html, text, attribution):
    expected = {"text": text, "attribution": attribution, "is_pull_quote": False, "lang": ""}

    assert blocks(html) == [("quote", expected)]


def test_a_table_keeps_every_cell_in_its_place():
    html = (
        "<table><caption>Landings</caption><thead><tr><th>Year</th><th colspan=2>Tonnes</th></tr></thead>"
        "<tr><td rowspan=2>2025</td><td>1,204</td><td><p>cod</p><p>ling</p></td></tr>"
        "<tr><td>17</td><td>crab</td></tr><tr><td>2026</td></tr></table>"
    )

    ((kind, table),) = blocks(html)

    assert (kind, table["caption"]) == ("table", "Landings")
    assert [column["heading"] for column in table["columns"]] == ["Year", "Tonnes", ""]
    assert [row["values"] for row in table["rows"]] == [
        ["2025", "1,204", "cod ling"],
        ["", "17", "crab"],
        ["2026", "", ""],
    ]


def test_a_table_around_the_whole_text_is_only_a_frame():
    assert blocks("<table><tr><td><p>One.</p><h2>Two</h2></td></tr></table>") == [
        ("paragraph", "<p>One.</p>"),
        ("heading", {"text": "Two", "level": "2"}),
    ]


def test_what_cannot_stand_inside_a_list_follows_behind_it():
    html = "<ul><li>One<table><tr><th>A</th><th>B</th></tr></table></li><li>Two</li></ul>"

    assert [kind for kind, _ in blocks(html)] == ["paragraph", "table"]


@pytest.mark.parametrize(
    ("frame", "page"),
    [
        (
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0",
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        ),
        ("//player.vimeo.com/video/1234567", "https://vimeo.com/1234567"),
        (
            "https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk",
            "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk",
        ),
    ],
)
@pytest.mark.django_db
def test_players_of_known_providers_are_embedded(frame, page):
    ((kind, address),) = blocks(f'<iframe src="{frame}"></iframe>')

    assert kind == "embed"
    assert address.startswith(page)


def test_what_no_block_holds_is_named():
    reader = read(
        '<p>Words.</p><iframe src="https://odd.example/map"></iframe><video src="v.mp4"></video><hr>'
        '<h2>On <a href="https://a.example">A</a></h2>'
        '<div class="dateline"><span>Harbour</span><span>TT</span></div>'
        '<a href="https://b.example"><img src="b.png"></a>'
    )

    assert reader.remarks == [
        "left out what iframe plays: https://odd.example/map",
        "left out what video plays: v.mp4",
        "left out a separating line",
        "left out the link of a heading: https://a.example",
        "left out the line above the text: Harbour TT",
        "left out the link around something that is no text: https://b.example",
    ]


def test_a_figure_hands_its_words_to_the_picture():
    shown = []
    reader = MarkupReader("", lambda picture: shown.append(picture))

    reader.read(
        '<figure><img src="a/quay.png" alt="Boats" data-assoc-ref="quay"><div class="byline">Noor/TT</div>'
        "<figcaption>The <b>quay</b>.</figcaption></figure>"
    )

    (picture,) = shown
    assert (picture.src, picture.reference, picture.alt) == ("a/quay.png", "quay", "Boats")
    assert (picture.caption, picture.credit) == ("The quay.", "Noor/TT")
    assert reader.blocks == []


def test_the_words_of_a_figure_without_a_picture_stay():
    assert paragraphs("<figure><pre>~~~</pre><figcaption>Waves</figcaption></figure>") == [
        "<p>~~~</p>",
        "<p>Waves</p>",
    ]
