import { ask, Refusal } from "./api/client";
import { Shell, type Headline, type OnAir, type ShellAnswer } from "./api/generated";
import { Dates } from "./dates";
import { ownPath } from "./navigation";
import { wordsOf, type Words } from "./words";

type Site = ShellAnswer["site"];
export type Direction = "LTR" | "RTL";

/** The publication in one language: what stands around every page, and how that language writes. */
export class Edition {
  readonly site: Site;
  readonly lang: string;
  readonly dir: Direction;
  readonly words: Words;
  readonly dates: Dates;
  /** The publication's name in this language, which is what its front page is called. */
  readonly name: string;
  readonly menu: { label: string; href: string }[];
  readonly flash: OnAir;
  readonly latest: Headline[];
  /** Whether this is the language that stands under no code of its own. */
  readonly isDefault: boolean;

  constructor({ site, frontPage, flash, articles }: ShellAnswer, lang: string | null) {
    const locale = site.locales.find(({ code }) => code === lang) ?? site.locales[0];
    this.site = site;
    this.lang = locale?.code ?? "en";
    this.dir = locale?.dir ?? "LTR";
    this.isDefault = locale?.isDefault ?? true;
    this.words = wordsOf(this.lang);
    this.dates = new Dates(this.lang, site.timeZone);
    this.name = this.isDefault ? site.name : (frontPage?.title ?? site.name);
    this.menu = menuOf(site.navigation, frontPage?.sections ?? []);
    this.flash = flash;
    this.latest = articles.nodes.filter((article) => article.lang === this.lang);
  }

  /** The address of the front page. */
  get home(): string {
    return this.isDefault ? "/" : `/${this.lang}/`;
  }

  /** The address of a page that belongs to no language of its own, kept in this one. */
  address(path: string, query: [string, string][] = []): string {
    const search = new URLSearchParams(this.isDefault ? query : [...query, ["lang", this.lang]]).toString();
    return search ? `${path}?${search}` : path;
  }

  tag(slug: string): string {
    return this.address(`/tags/${encodeURIComponent(slug)}/`);
  }

  contributor(slug: string): string {
    return this.address(`/contributors/${encodeURIComponent(slug)}/`);
  }
}

/** The editors' menu; with the sections in it where they have put in none of our own pages. */
function menuOf(links: Site["navigation"], sections: { title: string; path: string }[]): { label: string; href: string }[] {
  const chosen = links.map(({ label, url }) => ({ label, href: ownPath(url) }));
  if (chosen.some(({ href }) => href.startsWith("/"))) return chosen;
  return [...sections.map(({ title, path }) => ({ label: title, href: path })), ...chosen];
}

const FRESH_MILLISECONDS = 2 * 60 * 1000;
const editions = new Map<string | null, { at: number; edition: Promise<Edition> }>();
const languages = new Set<string>();

/** Returns the publication in a language; in its own where nobody publishes in the one asked for. */
export function editionIn(lang: string | null): Promise<Edition> {
  const asked = languages.size && lang && !languages.has(lang) ? null : lang;
  const known = editions.get(asked);
  if (known && Date.now() - known.at < FRESH_MILLISECONDS) return known.edition;
  const edition = loaded(asked);
  editions.set(asked, { at: Date.now(), edition });
  edition.catch(() => editions.delete(asked));
  return edition;
}

/** Returns the language that an address speaks, as far as one can tell without asking: /ur/…, or ?lang=ur. */
export function languageOf(address: URL): string | null {
  const named = address.searchParams.get("lang") ?? address.pathname.split("/", 2)[1] ?? "";
  return /^[a-z]{2,3}(-[a-z]+)?$/.test(named) && (!languages.size || languages.has(named)) ? named : null;
}

async function loaded(lang: string | null): Promise<Edition> {
  try {
    const answer = await ask(Shell, lang ? { locale: lang } : {});
    for (const { code } of answer.site.locales) languages.add(code);
    return new Edition(answer, lang);
  } catch (error) {
    if (lang && error instanceof Refusal && error.code === "UNKNOWN_LOCALE") return loaded(null);
    throw error;
  }
}
