import { ask } from "../api/client";
import { Tag } from "../api/generated";
import { h } from "../dom";
import { StoryList } from "../parts/list";
import type { Page } from "../view";
import { missing } from "./notices";

/** Everything on one topic. */
export const tagPage: Page = async (address, editionComing) => {
  const slug = decodeURIComponent(address.pathname.split("/")[2] ?? "");
  const [{ tag }, edition] = await Promise.all([ask(Tag, { slug }), editionComing]);
  if (!tag) return missing(edition);
  const { words } = edition;
  return {
    edition,
    head: { title: tag.name, feed: `/tags/${tag.slug}/` },
    content: (
      <div class="listing">
        <header class="listing-head">
          <p class="kicker">{words.topic}</p>
          <h1 tabindex="-1">{tag.name}</h1>
          {tag.description && <p class="introduction">{tag.description}</p>}
          <p class="count">{words.stories(tag.articles.totalCount)}</p>
        </header>
        <StoryList edition={edition} list={tag.articles} further={async (after) => (await ask(Tag, { slug, after })).tag?.articles ?? null} />
      </div>
    ),
  };
};
