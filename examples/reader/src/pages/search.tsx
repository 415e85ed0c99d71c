import { ask } from "../api/client";
import { Search, type ArticleKind, type ArticleWhere, type SearchAnswer, type SearchOrder, type SearchVariables } from "../api/generated";
import { startOfYear } from "../dates";
import { h, html } from "../dom";
import type { Edition } from "../edition";
import { speech, When } from "../parts/links";
import { Picture } from "../parts/picture";
import { SearchBox } from "../parts/search-box";
import type { Page } from "../view";

type Found = SearchAnswer["search"];
type Filter = "section" | "tag" | "by" | "kind" | "year";

const FILTERS: { [name in Filter]: keyof Found["facets"] } = {
  section: "sections", tag: "tags", by: "contributors", kind: "kinds", year: "years",
};
const NAMES = Object.keys(FILTERS) as Filter[];
const ORDERS: SearchOrder[] = ["RELEVANCE", "NEWEST", "OLDEST"];
const SHOWN_CHOICES = 7;

/** What the archive holds on some words, narrowed down by what the address says: everything here can be linked to. */
export const searchPage: Page = async (address, editionComing) => {
  const { searchParams } = address;
  const query = searchParams.get("q")?.trim() ?? "";
  const years = searchParams.getAll("year");
  const zone = years.length ? (await editionComing).site.timeZone : "UTC";
  const variables = { query, where: whereOf(searchParams, zone), orderBy: orderOf(searchParams) };
  const [{ search }, edition] = await Promise.all([ask(Search, variables), editionComing]);
  const { words } = edition;
  return {
    edition,
    head: { title: query ? `${words.search}: ${query}` : words.search, isHidden: true, feed: `/search/?${new URLSearchParams({ q: query })}` },
    content: (
      <div class="search-page">
        <header class="listing-head">
          <h1 tabindex="-1">{words.searchFor}</h1>
          <SearchBox edition={edition} label={words.searchFor} query={query} />
          <p class="count" role="status">{words.results(search.totalCount, query)}</p>
          {search.didYouMean && (
            <p class="did-you-mean">{words.didYouMean} <a href={changed(address, { q: search.didYouMean })} dir="auto">{search.didYouMean}</a>?</p>
          )}
        </header>
        <Narrowing edition={edition} address={address} found={search} />
        <Results edition={edition} address={address} found={search} variables={variables} />
      </div>
    ),
  };
};

function whereOf(parameters: URLSearchParams, zone: string): ArticleWhere {
  const where: ArticleWhere = {};
  const given = (name: Filter): string[] | null => (parameters.has(name) ? parameters.getAll(name) : null);
  const [sections, tags, contributors, kinds, year] = [given("section"), given("tag"), given("by"), given("kind"), parameters.get("year")];
  if (sections) where.sections = sections;
  if (tags) Object.assign(where, { tags, tagMatch: "ALL" });
  if (contributors) where.contributors = contributors;
  if (kinds) where.kinds = kinds as ArticleKind[];
  if (year && /^\d{4}$/.test(year)) {
    where.publishedFrom = startOfYear(Number(year), zone);
    where.publishedBefore = startOfYear(Number(year) + 1, zone);
  }
  return where;
}

function orderOf(parameters: URLSearchParams): SearchOrder {
  return ORDERS.find((order) => order === parameters.get("order")) ?? "RELEVANCE";
}

/** Returns the address with one parameter another, or with one value of a filter put in or taken out. */
function changed(address: URL, change: { q?: string; order?: string; filter?: Filter; value?: string }): string {
  const url = new URL(address);
  const { q, order, filter, value } = change;
  if (q !== undefined) url.searchParams.set("q", q);
  if (order) url.searchParams.set("order", order);
  if (filter && value !== undefined) {
    const values = url.searchParams.getAll(filter);
    url.searchParams.delete(filter);
    const others = filter === "year" ? [] : values.filter((each) => each !== value);
    for (const each of values.includes(value) ? others : [...others, value]) url.searchParams.append(filter, each);
  }
  return url.pathname + url.search;
}

type Properties = { edition: Edition; address: URL; found: Found };

function Narrowing({ edition, address, found }: Properties): HTMLElement {
  const { words } = edition;
  const groups = NAMES.map((filter) => {
    const chosen = address.searchParams.getAll(filter);
    const choices = found.facets[FILTERS[filter]].filter(({ value }, index) => index < SHOWN_CHOICES || chosen.includes(value));
    if (choices.length < 2 && !chosen.length) return null;
    return (
      <section aria-label={words.facets[filter]}>
        <h3>{words.facets[filter]}</h3>
        <ul>
          {choices.map(({ value, label, count }) => {
            const isChosen = chosen.includes(value);
            return (
              <li>
                <a
                  href={changed(address, { filter, value })} rel="nofollow" class={isChosen ? "choice chosen" : "choice"}
                  aria-current={isChosen ? "true" : null} aria-label={isChosen ? words.remove(label) : null}
                >
                  <bdi>{filter === "kind" ? words.kinds[value as ArticleKind] : label}</bdi> <span class="choice-count">{isChosen ? "×" : count}</span>
                </a>
              </li>
            );
          })}
        </ul>
      </section>
    );
  });
  return (
    <aside class="narrowing" aria-label={words.narrow}>
      <details open={innerWidth >= 768}>
        <summary><h2>{words.narrow}</h2></summary>
        {groups}
      </details>
    </aside>
  );
}

function Results({ edition, address, found, variables }: Properties & { variables: SearchVariables }): HTMLElement {
  const { words } = edition;
  const order = orderOf(address.searchParams);
  const list = <ol class="hits">{found.nodes.map((hit) => <Hit edition={edition} hit={hit} />)}</ol>;
  const button = <button type="button" class="more" onclick={() => void more()}>{words.more}</button>;
  let { hasNextPage, endCursor: after } = found.pageInfo;
  button.hidden = !hasNextPage;

  async function more(): Promise<void> {
    const { search } = await ask(Search, { ...variables, after });
    ({ hasNextPage, endCursor: after } = search.pageInfo);
    const brought = search.nodes.map((hit) => <Hit edition={edition} hit={hit} />);
    list.append(...brought);
    brought[0]?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
    button.hidden = !hasNextPage;
  }

  return (
    <div class="results">
      {found.totalCount > 1 && (
        <nav class="orders" aria-label={words.order}>
          {ORDERS.map((each) => <a href={changed(address, { order: each })} aria-current={each === order ? "true" : null}>{words.orders[each]}</a>)}
        </nav>
      )}
      {found.totalCount ? list : <p class="nothing">{words.nothing}</p>}
      {button}
    </div>
  );
}

function Hit({ edition, hit }: { edition: Edition; hit: Found["nodes"][number] }): HTMLElement {
  const { article, titleHtml, excerptHtml } = hit;
  const { lang, dir } = speech(edition, article);
  return (
    <li>
      <article class="card card-row hit" lang={lang}>
        {article.hero && <Picture figure={article.hero} sizes="9rem" />}
        <div class="card-text" dir={dir}>
          <p class="kicker"><a href={article.section.path}>{article.section.title}</a></p>
          <h2><a href={article.path}>{html(titleHtml)}</a></h2>
          {excerptHtml && <p class="excerpt">{html(excerptHtml)}</p>}
          <p class="imprint"><When edition={edition} iso={article.displayDate} form="day" /></p>
        </div>
      </article>
    </li>
  );
}
