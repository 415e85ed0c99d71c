import { ask, Refusal } from "../api/client";
import { Preview, PreviewBanner, PreviewFrontPage, PreviewSection } from "../api/generated";
import { h } from "../dom";
import { editionIn, type Edition } from "../edition";
import type { Outcome, Page, View } from "../view";
import { articleView } from "./article";
import { frontPageView } from "./front";
import { missing, previewRefused } from "./notices";
import { sectionView } from "./section";

/**
 * The state that an editor looks at, saved or not. The token came in the fragment, which no server sees, and leaves in
 * a header, which nobody logs.
 */
export const previewPage: Page = async (address, edition) => {
  const previewToken = new URLSearchParams(address.hash.slice(1)).get("token") ?? "";
  if (!previewToken) return previewRefused(await edition);
  try {
    return marked(await previewed(previewToken, edition));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "PREVIEW_REFUSED") throw error;
    return previewedBanner(previewToken, await edition);
  }
};

async function previewed(previewToken: string, edition: Promise<Edition>): Promise<View> {
  const { preview } = await ask(Preview, {}, { previewToken });
  switch (preview?.__typename) {
    case "Article": return articleView(await editionIn(preview.lang), preview);
    case "Section": {
      const { preview: section } = await ask(PreviewSection, {}, { previewToken });
      return section?.__typename === "Section" ? sectionView(await editionIn(section.lang), section) : missing(await edition);
    }
    case "FrontPage": {
      const { preview: page } = await ask(PreviewFrontPage, {}, { previewToken });
      return page?.__typename === "FrontPage" ? frontPageView(await editionIn(page.lang), page) : missing(await edition);
    }
    default: return missing(await edition);
  }
}

/** A banner has no page of its own: its preview is the paper's ticker with that banner on air. */
async function previewedBanner(previewToken: string, edition: Edition): Promise<Outcome> {
  const answer = await ask(PreviewBanner, {}, { previewToken }).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (!answer?.previewBanner) return previewRefused(edition);
  const flash = { nextChangeAt: null, banners: [answer.previewBanner] };
  const { label, items } = answer.previewBanner;
  return marked({
    edition,
    flash,
    head: { title: label },
    content: (
      <div class="notice">
        <h1 tabindex="-1">{label}</h1>
        <ul>{items.map(({ kicker, text }) => <li>{kicker && <b>{kicker}: </b>}{text}</li>)}</ul>
      </div>
    ),
  });
}

function marked(view: View): View {
  const { words } = view.edition;
  return {
    ...view,
    head: { title: view.head.title, isHidden: true },
    content: <div><p class="preview-mark" role="status">{words.preview}</p>{view.content}</div>,
  };
}
