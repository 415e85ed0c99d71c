import type { Headline } from "../api/generated";
import { h, type Child } from "../dom";
import type { Edition } from "../edition";
import { HeadlineList } from "../parts/links";
import { SearchBox } from "../parts/search-box";
import type { View } from "../view";

/** Pages that say why there is nothing else on them, and where to go from there. */
function notice(edition: Edition, title: string, ...children: Child[]): View {
  return {
    edition,
    head: { title, isHidden: true },
    content: <div class="notice"><h1 tabindex="-1">{title}</h1>{children}</div>,
  };
}

export function missing(edition: Edition): View {
  const { words } = edition;
  return notice(edition, words.missing, <p>{words.missingText}</p>, <SearchBox edition={edition} label={words.searchFor} />);
}

export function gone(edition: Edition, reason: string, replacedBy: Headline | null): View {
  const { words } = edition;
  return notice(
    edition,
    words.gone,
    <p>{reason}</p>,
    replacedBy && [<h2>{words.goneInstead}</h2>, <HeadlineList edition={edition} articles={[replacedBy]} />],
  );
}

export function previewRefused(edition: Edition): View {
  return notice(edition, edition.words.previewRefused, <p>{edition.words.previewRefusedText}</p>);
}
