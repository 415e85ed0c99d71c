import { languageOf } from "../edition";
import type { Page } from "../view";
import { contributorPage } from "./contributor";
import { frontPage } from "./front";
import { previewPage } from "./preview";
import { routedPage } from "./routed";
import { searchPage } from "./search";
import { tagPage } from "./tag";

/** Returns the page for an address: those that are the front end's own; for all others the server says what is there. */
export function pageFor(address: URL): Page {
  const language = languageOf(address);
  switch (true) {
    case address.pathname === "/" || address.pathname === `/${language}/`: return frontPage;
    case address.pathname === "/search/": return searchPage;
    case address.pathname === "/preview/": return previewPage;
    case address.pathname.startsWith("/tags/"): return tagPage;
    case address.pathname.startsWith("/contributors/"): return contributorPage;
    default: return routedPage;
  }
}
