import { ask } from "../api/client";
import { Contributor } from "../api/generated";
import { h } from "../dom";
import { StoryList } from "../parts/list";
import { Picture } from "../parts/picture";
import type { Page } from "../view";
import { missing } from "./notices";

/** Who somebody is, and what they wrote. */
export const contributorPage: Page = async (address, editionComing) => {
  const slug = decodeURIComponent(address.pathname.split("/")[2] ?? "");
  const [{ contributor }, edition] = await Promise.all([ask(Contributor, { slug }), editionComing]);
  if (!contributor) return missing(edition);
  const { words } = edition;
  const { name, kind, biography, photo, articles } = contributor;
  return {
    edition,
    head: { title: name, feed: `/contributors/${slug}/` },
    content: (
      <div class="listing">
        <header class="listing-head portrait">
          {photo && <Picture figure={{ alt: "", image: photo }} sizes="8rem" eager />}
          <div>
            <p class="kicker">{kind === "PERSON" ? words.writer : words.desk}</p>
            <h1 tabindex="-1">{name}</h1>
            {biography && <p class="introduction">{biography}</p>}
            <p class="count">{words.stories(articles.totalCount)}</p>
          </div>
        </header>
        <StoryList edition={edition} list={articles} further={async (after) => (await ask(Contributor, { slug, after })).contributor?.articles ?? null} />
      </div>
    ),
  };
};
