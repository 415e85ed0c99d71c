import { ask, Refusal } from "../api/client";
import { FrontPage, type Card as CardData, type FrontPageView } from "../api/generated";
import { h } from "../dom";
import { languageOf, type Edition } from "../edition";
import { afterPaint } from "../paint";
import { Card } from "../parts/card";
import type { Page, View } from "../view";
import { missing } from "./notices";
import { routedPage } from "./routed";

/** The front page of a language. What looks like a language and is none may be a section. */
export const frontPage: Page = async (address, edition) => {
  const locale = languageOf(address);
  const asked = ask(FrontPage, locale ? { locale } : {});
  try {
    const [answer, ready] = await Promise.all([asked, edition]);
    return answer.frontPage ? frontPageView(ready, answer.frontPage) : missing(ready);
  } catch (error) {
    if (locale && error instanceof Refusal && error.code === "UNKNOWN_LOCALE") return routedPage(address, edition);
    throw error;
  }
};

const BAND_STORIES = 5;

type Band = { title: string; path: string; articles: CardData[] };

export function frontPageView(edition: Edition, page: FrontPageView): View {
  const { title, seo, translations } = page;
  const shown = new Set(page.lead.map(({ id }) => id));
  const bands = page.sections.map((section) => {
    const articles = section.articles.nodes.filter(({ id }) => !shown.has(id)).slice(0, BAND_STORIES);
    for (const { id } of articles) shown.add(id); // a story that is filed twice is printed once
    return { title: section.title, path: section.path, articles };
  });
  const content = <div class="front-page"><TopStories edition={edition} lead={page.lead} /></div>;
  afterPaint(() => content.append(
    ...bands.filter(({ articles }) => articles.length).map((band, index) => <SectionBand edition={edition} band={band} index={index} />),
  ));
  return {
    edition,
    content,
    isFront: true,
    head: { title: edition.isDefault ? "" : title, seo, translations },
  };
}

function TopStories({ edition, lead }: { edition: Edition; lead: FrontPageView["lead"] }): HTMLElement {
  const [first, ...others] = lead;
  const column = (articles: FrontPageView["lead"]): HTMLElement => (
    <div class="top-column">
      {articles.map((article, index) => (
        <Card edition={edition} article={article} {...(index ? {} : { sizes: "(min-width: 68em) 18rem, (min-width: 40em) 45vw, 100vw" })} />
      ))}
    </div>
  );
  return (
    <section class={others.length > 3 ? "top" : "top top-short"} aria-label={edition.words.topStories}>
      {first && <Card edition={edition} article={first} level={2} sizes="(min-width: 68em) 40rem, 100vw" eager name="card-lead" />}
      {others.length > 0 && column(others.slice(0, 3))}
      {others.length > 3 && column(others.slice(3))}
    </section>
  );
}

/** One section: a story with its picture, and others beside it; columns of opinion look like columns of opinion. */
function SectionBand({ edition, band, index }: { edition: Edition; band: Band; index: number }): HTMLElement {
  const isOpinion = band.articles.every(({ kind }) => kind === "OPINION");
  const [first, ...others] = band.articles;
  const form = isOpinion ? "band-opinion" : index % 2 ? "band-mirrored" : "";
  return (
    <section class={`band ${form}`} aria-labelledby={`band-${index}`}>
      <h2 class="band-title" id={`band-${index}`}>
        <a href={band.path} aria-label={edition.words.allOf(band.title)}>{band.title}</a>
      </h2>
      <div class="band-stories">
        {first && <Card edition={edition} article={first} section={false} name="band-first" {...(isOpinion ? {} : { sizes: "(min-width: 48em) 34rem, 100vw" })} />}
        {others.map((article, place) => (
          <Card
            edition={edition} article={article} section={false} standfirst={isOpinion || place < 2}
            {...(!isOpinion && place < 2 ? { sizes: "(min-width: 48em) 18rem, 36vw" } : {})}
          />
        ))}
      </div>
    </section>
  );
}
