import type { Card as CardData, CardFigure, HeroFigure, Lead } from "../api/generated";
import { h } from "../dom";
import type { Edition } from "../edition";
import { speech, When } from "./links";
import { Picture } from "./picture";

type Story = Omit<CardData, "hero"> & { hero: CardFigure | HeroFigure | null };

export type CardProperties = {
  edition: Edition;
  article: Story | Lead;
  /** How wide its picture is shown; without it there is none. */
  sizes?: string;
  eager?: boolean;
  standfirst?: boolean;
  /** Whether to say which section it is of: not on the section's own page. */
  section?: boolean;
  level?: 2 | 3;
  name?: string;
};

/** One story in a list: the whole card leads to it, the headline is the link. */
export function Card(properties: CardProperties): HTMLElement {
  const { edition, article, sizes, eager = false, standfirst = true, section = true, level = 3, name = "" } = properties;
  const { lang, dir } = speech(edition, article);
  const named = edition.words.kinds[article.kind];
  const kind = article.kind === "NEWS" || (section && article.section.title === named) ? "" : named;
  return (
    <article class={`card ${name}`} lang={lang}>
      {sizes && article.hero && <Picture figure={article.hero} sizes={sizes} eager={eager} />}
      <div class="card-text" dir={dir}>
        <p class="kicker">
          {section && <a href={article.section.path}>{article.section.title}</a>}
          {kind && <span class="kind">{kind}</span>}
        </p>
        {h(`h${level}`, null, <a href={article.path}>{article.title}</a>)}
        {standfirst && article.standfirst && <p class="standfirst">{article.standfirst}</p>}
        <p class="imprint">
          {article.byline && <span class="byline"><bdi>{article.byline}</bdi></span>} <When edition={edition} iso={article.displayDate} form="brief" />
        </p>
      </div>
    </article>
  );
}
