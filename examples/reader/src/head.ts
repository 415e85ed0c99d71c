import type { PageSeo } from "./api/generated";
import { CMS } from "./config";
import type { Edition } from "./edition";

/** What the head of a document says of the page in it. */
export type Head = {
  title: string;
  seo?: PageSeo;
  translations?: { path: string; lang: string }[];
  kind?: "article" | "website";
  /** The path of what its feed follows; left out, the whole paper's. */
  feed?: string;
  /** For what search engines must not keep: what is missing, taken back, searched for or previewed. */
  isHidden?: boolean;
};

const OURS = "data-page";
const FEEDS = [["application/rss+xml", "rss.xml"], ["application/feed+json", "feed.json"]] as const;

/** Replaces what the head said of the last page. */
export function writeHead(edition: Edition, head: Head): void {
  const { site } = edition;
  const { seo } = head;
  document.title = head.title && head.title !== edition.name ? `${head.title} – ${edition.name}` : edition.name;
  for (const old of document.head.querySelectorAll(`[${OURS}]`)) old.remove();
  if (head.isHidden) meta("name", "robots", "noindex");
  for (const [type, name] of FEEDS) {
    const [path, query] = (head.feed ?? edition.home).split("?");
    const feed = link("alternate", `${CMS}/feeds${path}${name}${query ? `?${query}` : ""}`);
    feed.type = type;
    feed.title = document.title;
  }
  if (!seo) return;
  meta("name", "description", seo.description);
  link("canonical", seo.canonicalUrl);
  for (const { path, lang } of head.translations ?? []) link("alternate", new URL(path, location.origin).href, lang);
  meta("property", "og:site_name", site.name);
  meta("property", "og:type", head.kind ?? "website");
  meta("property", "og:url", seo.canonicalUrl);
  meta("property", "og:title", seo.socialTitle);
  meta("property", "og:description", seo.socialDescription);
  meta("property", "og:locale", edition.lang);
  if (seo.image) {
    const { url, width, height } = seo.image.rendition;
    meta("property", "og:image", url);
    meta("property", "og:image:width", String(width));
    meta("property", "og:image:height", String(height));
  }
  meta("name", "twitter:card", seo.image ? "summary_large_image" : "summary");
  const script = ours("script");
  script.type = "application/ld+json";
  script.textContent = seo.jsonLd;
}

function meta(key: "name" | "property", name: string, content: string): void {
  if (!content) return;
  const element = ours("meta");
  element.setAttribute(key, name);
  element.content = content;
}

function link(rel: string, href: string, hreflang?: string): HTMLLinkElement {
  const element = ours("link");
  element.rel = rel;
  element.href = href;
  if (hreflang) element.hreflang = hreflang;
  return element;
}

function ours<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.setAttribute(OURS, "");
  document.head.append(element);
  return element;
}
