"""What a hand writes that wants nothing but speed: one SQL statement a question, JSON put together by PostgreSQL.

A bare WSGI application without Django, over Masthead's own tables, under the same conditions on what readers may
see. It answers `/question?argument=…`; nobody could add a field to it without rewriting it, which is the point.
"""

import os
import threading
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl

import psycopg

VISIBLE = """page.live AND (page.expire_at IS NULL OR page.expire_at > now())
  AND (article.embargo_until IS NULL OR article.embargo_until <= now())"""

FROM = "news_article article JOIN wagtailcore_page page ON page.id = article.page_ptr_id"

PICTURE = """(SELECT json_build_object('alt', article.hero_alt, 'caption', image.caption, 'credit', image.credit,
    'image', json_build_object('rendition', (SELECT json_build_object('url', made.file, 'width', made.width,
      'height', made.height) FROM cms_rendition made WHERE made.image_id = image.id
      AND made.filter_spec = 'fill-640x427|format-webp')))
  FROM cms_image image WHERE image.id = article.hero_image_id)"""

BYLINE = """(SELECT string_agg(contributor.name, ', ' ORDER BY byline.sort_order) FROM news_byline byline
  JOIN news_contributor contributor ON contributor.id = byline.contributor_id
  WHERE byline.article_id = article.page_ptr_id AND contributor.live)"""

CARD = f"""json_build_object('id', page.id, 'title', page.title, 'path', page.url_path,
  'standfirst', article.standfirst, 'displayDate', article.display_date, 'byline', {BYLINE}, 'hero', {PICTURE})"""

TAGS = """(SELECT json_agg(json_build_object('name', tag.name, 'slug', tag.slug) ORDER BY tag.name)
  FROM news_articletag carried JOIN news_tag tag ON tag.id = carried.tag_id
  WHERE carried.content_object_id = article.page_ptr_id)"""

SECTION = """(SELECT json_build_object('title', above.title, 'path', above.url_path)
  FROM wagtailcore_page above WHERE above.id = article.home_section_id)"""

STATEMENTS = {
    "front page": f"""SELECT json_build_object('flash', (SELECT json_agg(json_build_object('label', label,
        'severity', severity, 'items', items)) FROM news_flashbanner WHERE starts_at <= now() AND ends_at > now()),
      'sections', (SELECT json_agg(json_build_object('id', section.id, 'title', section.title,
        'path', section.url_path, 'articles', newest.cards) ORDER BY section.path)
      FROM news_section JOIN wagtailcore_page section ON section.id = page_ptr_id CROSS JOIN LATERAL (
        SELECT json_agg(card) AS cards FROM (SELECT {CARD} AS card FROM news_filing filing
          JOIN news_article article ON article.page_ptr_id = filing.article_id
          JOIN wagtailcore_page page ON page.id = article.page_ptr_id
          WHERE filing.section_id = section.id AND {VISIBLE}
          ORDER BY filing.display_date DESC, filing.article_id DESC LIMIT 4) AS cards) AS newest
      WHERE section.live AND section.depth = 3))::text""",
    "latest 20": f"""SELECT json_agg(latest.card)::text FROM (SELECT json_build_object('id', page.id,
        'title', page.title, 'path', page.url_path, 'standfirst', article.standfirst,
        'displayDate', article.display_date, 'tags', {TAGS}, 'hero', {PICTURE}, 'section', {SECTION}, 'bylines',
        (SELECT json_agg(json_build_object('role', byline.role, 'name', contributor.name, 'slug', contributor.slug)
          ORDER BY byline.sort_order) FROM news_byline byline
          JOIN news_contributor contributor ON contributor.id = byline.contributor_id
          WHERE byline.article_id = article.page_ptr_id AND contributor.live)) AS card
      FROM {FROM} WHERE {VISIBLE} ORDER BY article.display_date DESC, article.page_ptr_id DESC LIMIT 20) AS latest""",
    "article": f"""SELECT json_build_object('id', page.id, 'title', page.title, 'path', page.url_path,
        'standfirst', article.standfirst, 'displayDate', article.display_date, 'byline', {BYLINE}, 'tags', {TAGS},
        'section', {SECTION}, 'hero', {PICTURE}, 'body', article.body, 'related', (SELECT json_agg(card) FROM (
          SELECT {CARD} AS card FROM {FROM} WHERE {VISIBLE} AND article.home_section_id = outermost.home_section_id
            AND article.page_ptr_id <> outermost.page_ptr_id
          ORDER BY article.display_date DESC, article.page_ptr_id DESC LIMIT 4) AS cards))::text
      FROM {FROM} JOIN news_article outermost ON outermost.page_ptr_id = article.page_ptr_id
      WHERE {VISIBLE} AND page.url_path = %(path)s""",
    "section page 5": f"""SELECT json_build_object('totalCount', (SELECT COUNT(*) FROM news_filing filing
        JOIN news_article article ON article.page_ptr_id = filing.article_id
        JOIN wagtailcore_page page ON page.id = article.page_ptr_id
        WHERE filing.section_id = %(section)s::int AND {VISIBLE}),
      'nodes', (SELECT json_agg(card) FROM (SELECT {CARD} AS card FROM news_filing filing
        JOIN news_article article ON article.page_ptr_id = filing.article_id
        JOIN wagtailcore_page page ON page.id = article.page_ptr_id
        WHERE filing.section_id = %(section)s::int AND {VISIBLE} AND filing.display_date < %(before)s::timestamptz
        ORDER BY filing.display_date DESC, filing.article_id DESC LIMIT 20) AS cards))::text""",
    "search": f"""WITH found AS MATERIALIZED (SELECT page.id, page.title, page.url_path, article.standfirst,
        article.display_date, ts_rank(words, query) AS score FROM plainto_tsquery('simple', %(words)s) query,
        search_text JOIN news_article article ON article.page_ptr_id = search_text.article_id
        JOIN wagtailcore_page page ON page.id = article.page_ptr_id WHERE words @@ query AND {VISIBLE})
      SELECT json_build_object('totalCount', (SELECT COUNT(*) FROM found), 'nodes', (SELECT json_agg(hit) FROM
        (SELECT * FROM found ORDER BY score DESC, display_date DESC LIMIT 20) AS hit))::text""",
}

_thread = threading.local()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer a question."""
    arguments = dict(parse_qsl(environ["QUERY_STRING"]))
    connection = getattr(_thread, "connection", None)
    if connection is None:
        connection = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True, prepare_threshold=1)
        _thread.connection = connection
    statement = STATEMENTS[environ["PATH_INFO"].strip("/").replace("-", " ")]
    (answer,) = connection.execute(statement, arguments).fetchone()
    body = (answer or "null").encode()
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
