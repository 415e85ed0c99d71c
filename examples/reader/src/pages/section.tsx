import { ask } from "../api/client";
import { MoreOfSection, type SectionView } from "../api/generated";
import { h } from "../dom";
import type { Edition } from "../edition";
import { StoryList } from "../parts/list";
import type { View } from "../view";

export function sectionView(edition: Edition, section: SectionView): View {
  const { id, title, introduction, parent, sections, seo, translations } = section;
  return {
    edition,
    section: id,
    head: { title, seo, translations, feed: section.path },
    content: (
      <div class="listing">
        <header class="listing-head">
          {parent && <p class="kicker"><a href={parent.path}>{parent.title}</a></p>}
          <h1 tabindex="-1">{title}</h1>
          {introduction && <p class="introduction">{introduction}</p>}
          {sections.length > 0 && (
            <nav class="subsections" aria-label={edition.words.under}>
              <ul>{sections.map((each) => <li><a href={each.path}>{each.title}</a></li>)}</ul>
            </nav>
          )}
        </header>
        <StoryList
          edition={edition} list={section.articles} section={sections.length > 0}
          further={async (after) => (await ask(MoreOfSection, { id, after })).section?.articles ?? null}
        />
      </div>
    ),
  };
}
