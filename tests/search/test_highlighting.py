"""A hit shows why it matches, as it is spelt, and never as markup of somebody else's."""

from search.highlighting import LONGEST_EXCERPT, Highlighter
from tests.builders import make_article


def test_matches_are_marked_and_everything_else_is_escaped(search):
    make_article(
        title="Ferries & <b>boats</b>",
        body=[("paragraph", "<p>The &lt;script&gt; on the ferry's “deck” &amp; more</p>")],
    )

    (hit,) = search("ferry")["nodes"]

    assert hit["titleHtml"] == "<mark>Ferries</mark> &amp; &lt;b&gt;boats&lt;/b&gt;"
    assert hit["excerptHtml"] == "The &lt;script&gt; on the <mark>ferry&#x27;s</mark> “deck” &amp; more"
    assert hit["excerptText"] == "The <script> on the ferry's “deck” & more"


def test_the_best_passage_holds_the_most_words_of_the_query():
    far = "Nothing to see here but a ferry. " + "Filler words stand between. " * 30
    best = "At last the ferry and its subsidy are named together. "
    passages = far + best + "More filler follows here. " * 30

    excerpt = Highlighter([("ferri",), ("subsidi",)], "en").excerpt(passages)

    assert "<mark>ferry</mark> and its <mark>subsidy</mark>" in excerpt.html
    assert excerpt.text.startswith("…")
    assert excerpt.text.endswith("…")
    assert len(excerpt.text) <= LONGEST_EXCERPT + 2


def test_an_excerpt_without_a_match_is_the_beginning():
    excerpt = Highlighter([("ferri",)], "en").excerpt("First sentence.\nSecond one.")

    assert excerpt.text == excerpt.html == "First sentence. Second one."


def test_the_original_spelling_is_shown_for_what_was_found_folded():
    marked = Highlighter([("مكتبه",)], "ar").marked("في مَكْتَبَةٌ كبيرة")

    assert marked == "في <mark>مَكْتَبَةٌ</mark> كبيرة"


def test_what_was_meant_is_marked_rather_than_what_was_typed(search):
    make_article(title="Zeppelins land")

    assert search("zepelins")["nodes"][0]["titleHtml"] == "<mark>Zeppelins</mark> land"


def test_a_hit_without_text_has_an_empty_excerpt(search):
    make_article(title="Ferry", body=[], standfirst="")

    assert search("ferry")["nodes"][0]["excerptHtml"] == ""
