import { ask } from "../api/client";
import { Route, Section } from "../api/generated";
import type { Page } from "../view";
import { articleView } from "./article";
import { gone, missing } from "./notices";
import { sectionView } from "./section";

/** Whatever the server says there is at an address: a page, a page that moved, one that was taken back, or nothing. */
export const routedPage: Page = async (address, edition) => {
  const path = decodeURI(address.pathname);
  const [{ route }, ready] = await Promise.all([ask(Route, { path }), edition]);
  switch (route?.__typename) {
    case "Article": return articleView(ready, route);
    case "Section": {
      const { section } = await ask(Section, { path });
      return section ? sectionView(ready, section) : missing(ready);
    }
    case "Redirect": return { elsewhere: route.location };
    case "Gone": return gone(ready, route.reason, route.replacedBy);
    default: return missing(ready);
  }
};
