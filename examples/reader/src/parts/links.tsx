import type { Headline } from "../api/generated";
import { h } from "../dom";
import type { Edition } from "../edition";

/** Language and direction of a text, where they are not those of the page around it. */
export function speech(edition: Edition, text: { lang: string; dir: string }): { lang?: string; dir?: string } {
  return text.lang === edition.lang ? {} : { lang: text.lang, dir: text.dir.toLowerCase() };
}

export function When({ edition, iso, form }: { edition: Edition; iso: string; form: "brief" | "day" | "full" }): HTMLElement {
  return <time datetime={iso}><bdi>{edition.dates[form](iso)}</bdi></time>;
}

/** A list of headlines and nothing more. */
export function HeadlineList({ edition, articles }: { edition: Edition; articles: Headline[] }): HTMLElement {
  return (
    <ul class="headlines">
      {articles.map((article) => (
        <li {...speech(edition, article)}>
          <a href={article.path}>{article.title}</a>
        </li>
      ))}
    </ul>
  );
}
