import { ask } from "../api/client";
import { Related, type ArticleView } from "../api/generated";
import { h } from "../dom";
import type { Edition } from "../edition";
import { Body } from "../parts/blocks";
import { Card } from "../parts/card";
import { When } from "../parts/links";
import { CaptionedFigure } from "../parts/picture";
import type { View } from "../view";

type Properties = { edition: Edition; article: ArticleView };

export function articleView(edition: Edition, article: ArticleView): View {
  const { title, seo, translations, section } = article;
  const related = <div class="related-place" />;
  void showRelated(edition, article.id, related);
  return {
    edition,
    section: section.id,
    head: { title, seo, translations, kind: "article" },
    content: (
      <div class="article-page">
        <article class={`article kind-${article.kind.toLowerCase()}`}>
          <ArticleHead edition={edition} article={article} />
          {article.hero && <CaptionedFigure figure={article.hero} sizes="(min-width: 72em) 64rem, 100vw" eager name="hero" />}
          <Body blocks={article.body} dateline={article.dateline} edition={edition} />
          <ArticleFoot edition={edition} article={article} />
        </article>
        {related}
      </div>
    ),
  };
}

function ArticleHead({ edition, article }: Properties): HTMLElement {
  const { words } = edition;
  const { section, kind, corrections, updatedAt } = article;
  const wasUpdated = updatedAt && Date.parse(updatedAt) > Date.parse(article.displayDate);
  return (
    <header class="article-head">
      <p class="kicker">
        {section.parent && <a href={section.parent.path}>{section.parent.title}</a>}
        <a href={section.path}>{section.title}</a>
        {kind !== "NEWS" && words.kinds[kind] !== section.title && <span class="kind">{words.kinds[kind]}</span>}
      </p>
      <h1 tabindex="-1">{article.title}</h1>
      {article.standfirst && <p class="standfirst">{article.standfirst}</p>}
      <div class="imprint">
        <Bylines edition={edition} article={article} />
        <p class="dates">
          <span>{words.published} <When edition={edition} iso={article.displayDate} form="full" /></span>
          {wasUpdated && <span>{words.updated} <When edition={edition} iso={updatedAt} form="full" /></span>}
          <span>{words.minutes(article.readingMinutes)}</span>
        </p>
        <Translations edition={edition} article={article} />
      </div>
      {corrections.length > 0 && <p class="amended"><a href="#amendments">{words.corrected}</a></p>}
    </header>
  );
}

function Bylines({ edition, article }: Properties): HTMLElement | null {
  const { words } = edition;
  const names = article.bylines.map(({ contributor, role }, index, all) => [
    index > 0 && (index < all.length - 1 ? ", " : ` ${words.and} `),
    <a href={edition.contributor(contributor.slug)} rel="author"><bdi>{contributor.name}</bdi></a>,
    role && <span class="role"> ({role})</span>,
  ]);
  return names.length ? <p class="bylines">{words.by} {names}</p> : null;
}

function Translations({ edition, article }: Properties): HTMLElement | null {
  const links = article.translations.map(({ path, lang }) => {
    const locale = edition.site.locales.find(({ code }) => code === lang);
    return <a href={path} lang={lang} hreflang={lang} dir={locale?.dir.toLowerCase()}>{locale?.name ?? lang}</a>;
  });
  return links.length ? <p class="translations">{edition.words.alsoIn} {links}</p> : null;
}

function ArticleFoot({ edition, article }: Properties): HTMLElement {
  const { words } = edition;
  const { sources, corrections, tags } = article;
  return (
    <footer class="article-foot">
      {sources.length > 0 && (
        <p class="sources">
          {words.source}: {sources.map(({ source, url }, index) => [
            index > 0 && ", ",
            source.url ? <a href={source.url} rel="external">{source.name}</a> : source.name,
            url && [" (", <a href={url} rel="external">{words.original}</a>, ")"],
          ])}
        </p>
      )}
      {corrections.length > 0 && (
        <section class="amendments" id="amendments" aria-label={words.corrections}>
          <h2>{words.corrections}</h2>
          {corrections.map(({ kind, text, publishedAt }) => (
            <p><b>{words.correctionKinds[kind]}</b> <When edition={edition} iso={publishedAt} form="full" />: {text}</p>
          ))}
        </section>
      )}
      {tags.length > 0 && (
        <nav class="topics" aria-label={words.topics}>
          <ul>{tags.map(({ name, slug }) => <li><a href={edition.tag(slug)} dir="auto">{name}</a></li>)}</ul>
        </nav>
      )}
    </footer>
  );
}

/** What is offered below the text is asked for apart, and left out when it does not come. */
async function showRelated(edition: Edition, id: string, place: HTMLElement): Promise<void> {
  const answer = await ask(Related, { id }).catch(() => null);
  const related = answer?.article?.related ?? [];
  if (!related.length) return;
  place.append(
    <section class="related band" aria-labelledby="related">
      <h2 class="band-title" id="related">{edition.words.related}</h2>
      <div class="band-stories">
        {related.map((each) => <Card edition={edition} article={each} sizes="(min-width: 48em) 18rem, 36vw" standfirst={false} />)}
      </div>
    </section>,
  );
}
