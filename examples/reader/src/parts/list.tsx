import type { Card as CardData, CardList } from "../api/generated";
import { h } from "../dom";
import type { Edition } from "../edition";
import { Card } from "./card";

/** Asks for what follows a cursor; `null` when there is nothing there any more. */
export type Further = (after: string) => Promise<CardList | null>;

/** Stories under each other, and a button for more. Focus goes on to the first story that it brought. */
export function StoryList({ edition, list, further, section = true }: {
  edition: Edition;
  list: CardList;
  further: Further;
  section?: boolean;
}): HTMLElement {
  const item = (article: CardData, eager = false): HTMLElement => (
    <li><Card edition={edition} article={article} sizes="(min-width: 48em) 16rem, 36vw" section={section} level={2} eager={eager} name="card-row" /></li>
  );
  const items = <ol class="stories">{list.nodes.map((article, index) => item(article, index < 2))}</ol>;
  const button = <button type="button" class="more" onclick={() => void more()}>{edition.words.more}</button>;
  let { hasNextPage, endCursor } = list.pageInfo;
  button.hidden = !hasNextPage;

  async function more(): Promise<void> {
    if (!endCursor || button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    try {
      const page = await further(endCursor);
      ({ hasNextPage, endCursor } = page?.pageInfo ?? { hasNextPage: false, endCursor: null });
      const brought = (page?.nodes ?? []).map((article) => item(article));
      items.append(...brought);
      brought[0]?.querySelector<HTMLElement>("h2 a")?.focus({ preventScroll: true });
      button.hidden = !hasNextPage;
    } finally {
      button.ariaBusy = "false";
    }
  }
  return <div class="story-list">{items}{button}</div>;
}
