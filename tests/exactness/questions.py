"""What the proof asks: every kind of list, lookup and edge that readers have."""

CARD = """id title path displayDate byline section { title } tags { name }
  hero { alt caption image { width focus { x } } }"""
WHOLE = f"""{CARD} url standfirst updatedAt kind lang dateline firstPublishedAt wordCount
  bylines {{ role contributor {{ id name slug photo {{ width }} }} }} sources {{ url source {{ name category }} }}
  hero {{ credit image {{ rendition(crop: CARD) {{ url width }} sources(crop: CARD) {{ srcset }} }} }}
  otherSections {{ title path }} related(first: 3) {{ title path }} corrections {{ kind text publishedAt }}
  translations {{ title url lang }} seo {{ title description jsonLd image {{ id }} }}
  body {{ id ... on ParagraphBlock {{ html }} ... on FigureBlock {{ figure {{ caption image {{ id }} }} }}
    ... on RelatedBlock {{ articles {{ title }} }} ... on DocumentBlock {{ title url bytes }} }}"""
LIST = "totalCount nodes { id title displayDate } pageInfo { hasNextPage endCursor }"

QUESTIONS = {
    "article by path": f"query ($path: String!) {{ article(path: $path) {{ {WHOLE} }} }}",
    "article by id": f"query ($article: ID!) {{ article(id: $article) {{ {WHOLE} }} }}",
    "card": f"query ($article: ID!) {{ article(id: $article) {{ {CARD} }} }}",
    "route": """query ($path: String!) { route(path: $path) { __typename ... on PageInterface { title url }
        ... on Redirect { location permanent } ... on Gone { reason } } }""",
    "section": f"query ($section: ID!) {{ section(id: $section) {{ title introduction"
    f" parent {{ title }} sections {{ title }} articles(first: 3) {{ {LIST} }} }} }}",
    "section by title": f"query ($section: ID!) {{ section(id: $section) {{"
    f" articles(first: 3, orderBy: TITLE, where: {{kinds: [NEWS, OPINION]}}) {{ {LIST} }} }} }}",
    "sections": "{ sections { title path sections { title path sections { title } } } }",
    "front page": f"{{ frontPage {{ title lead(first: 4) {{ {CARD} }}"
    f" sections {{ title articles(first: 2) {{ {LIST} }} }} }} }}",
    "latest": f"{{ articles(first: 4) {{ {LIST} }} }}",
    "updated": "{ articles(first: 4, orderBy: RECENTLY_UPDATED) { nodes { title updatedAt } } }",
    "in a language": f'{{ articles(first: 4, where: {{locale: "ur"}}) {{ {LIST} }} }}',
    "tagged": f'{{ articles(first: 4, where: {{tags: ["budget", "unheard-of"]}}) {{ {LIST} }} }}',
    "written by": f'{{ articles(first: 4, where: {{contributors: ["amina"]}}) {{ {LIST} }} }}',
    "credited to": f'{{ articles(first: 4, where: {{sources: ["wire"]}}) {{ {LIST} }} }}',
    "corrected": f"{{ articles(first: 4, where: {{hasCorrections: true}}) {{ {LIST} }} }}",
    "below a path": f'{{ articles(first: 4, where: {{sections: ["/politics/"]}}) {{ {LIST} }} }}',
    "tag": f'{{ tag(slug: "budget") {{ name description articleCount articles(first: 3) {{ {LIST} }} }} }}',
    "tags": "{ tags(first: 20) { totalCount nodes { name articleCount } } }",
    "contributor": '{ contributor(slug: "amina") { name biography photo { width }'
    f" articles(first: 3) {{ {LIST} }} }} }}",
    "source": '{ source(slug: "wire") { name url category } }',
    "flash": "query ($section: ID!) { flash(section: $section) { nextChangeAt"
    " banners { label severity version items { text url article { title } } } } }",
    "site": "{ site { name tagline timeZone today logo { width } navigation { label url } locales { code } } }",
    "search": '{ search(query: "harbour", first: 5) { totalCount nodes { titleHtml excerptText article { title } } } }',
    "suggest": '{ suggest(prefix: "har", first: 5) { kind label url } }',
}
