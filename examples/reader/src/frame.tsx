import { h } from "./dom";
import { editionIn, languageOf, type Edition } from "./edition";
import { writeHead } from "./head";
import { lettersFor } from "./letters";
import { Live } from "./live";
import { takeOver } from "./navigation";
import { pageFor } from "./pages";
import { Footer, Masthead } from "./parts/masthead";
import { Ticker } from "./parts/ticker";
import type { View } from "./view";
import { wordsOf } from "./words";

type Kept = { view: View; nodes: Node[]; scrolled: number };
const KEPT_PAGES = 20;

/** The window: masthead, ticker, one page, foot; and the ways from one page to another. */
export class Frame {
  readonly #main = <main id="main" />;
  readonly #ticker = new Ticker();
  readonly #live = new Live((flash) => this.#edition && this.#ticker.show(this.#edition, flash));
  /** Pages as they were left, by their place in the browser's history: going back is instant and lands where one was. */
  readonly #kept = new Map<string, Kept>();
  #edition: Edition | undefined;
  #view: View | undefined;
  #masthead = <header />;
  #footer = <footer />;
  #visits = 0;
  #key = "";

  constructor() {
    history.scrollRestoration = "manual";
    takeOver((address) => void this.visit(address, "push"));
    addEventListener("popstate", () => void this.visit(new URL(location.href), "back"));
    addEventListener("hashchange", () => {
      if (location.pathname === "/preview/") void this.visit(new URL(location.href), "stay");
    });
  }

  /** Goes to an address; on the way back the page is still there. */
  async visit(address: URL, how: "push" | "back" | "stay"): Promise<void> {
    const visit = ++this.#visits;
    if (how !== "stay") this.#keep();
    if (how === "push") history.pushState({ key: crypto.randomUUID() }, "", address);
    if (!history.state?.key) history.replaceState({ key: crypto.randomUUID() }, "");
    const key = (history.state as { key: string }).key;
    const kept = how === "back" ? this.#kept.get(key) : undefined;
    this.#main.ariaBusy = "true";
    const view = kept?.view ?? (await this.#viewOf(slashed(address), visit));
    if (!view || visit !== this.#visits) return;
    this.#key = key;
    this.#show(view, kept);
    if (how === "push") this.#arrive(address);
    if (kept) scrollTo({ top: kept.scrolled, behavior: "instant" });
  }

  async #viewOf(address: URL, visit: number): Promise<View | null> {
    if (address.pathname !== location.pathname) history.replaceState(history.state, "", address);
    const language = languageOf(address);
    const edition = editionIn(language);
    const letters = lettersFor(language);
    try {
      const outcome = await pageFor(address)(address, edition);
      if (!("elsewhere" in outcome)) {
        await letters;
        return outcome;
      }
      const elsewhere = new URL(outcome.elsewhere, address);
      if (visit !== this.#visits) return null;
      if (elsewhere.origin !== location.origin) location.replace(elsewhere);
      else {
        history.replaceState(history.state, "", elsewhere);
        return await this.#viewOf(elsewhere, visit);
      }
    } catch (error) {
      console.error(error);
      if (visit === this.#visits) this.#fail(address);
    }
    return null;
  }

  #show(view: View, kept?: Kept): void {
    const { edition } = view;
    document.documentElement.lang = edition.lang;
    document.documentElement.dir = edition.dir.toLowerCase();
    writeHead(edition, view.head);
    const isOther = edition !== this.#edition || view.isFront !== this.#view?.isFront;
    this.#edition = edition;
    this.#view = view;
    this.#main.replaceChildren(...(kept?.nodes ?? [view.content]));
    this.#main.ariaBusy = "false";
    this.#follow(view);
    if (isOther) this.#surround(view);
    else this.#markMenu();
  }

  /** Puts masthead, ticker and foot of an edition around the page. */
  #surround({ edition, isFront = false }: View): void {
    const masthead = <Masthead edition={edition} isFront={isFront} />;
    const footer = <Footer edition={edition} />;
    if (!this.#main.isConnected) {
      document.body.append(
        <a class="skip" href="#main">{edition.words.skip}</a>,
        masthead, this.#ticker.element, this.#ticker.announcement, this.#main, footer,
      );
    } else {
      this.#masthead.replaceWith(masthead);
      this.#footer.replaceWith(footer);
    }
    this.#masthead = masthead;
    this.#footer = footer;
    this.#markMenu();
  }

  #markMenu(): void {
    for (const link of this.#masthead.querySelectorAll<HTMLAnchorElement>(".menu a")) {
      const path = new URL(link.href).pathname;
      const isHere = path !== "/" && new URL(link.href).origin === location.origin && location.pathname.startsWith(path);
      if (isHere) link.setAttribute("aria-current", location.pathname === path ? "page" : "true");
      else link.removeAttribute("aria-current");
    }
  }

  #follow({ edition, section, flash }: View): void {
    if (flash) this.#live.stop();
    else this.#live.follow({ section: section ?? null, locale: edition.lang });
    this.#ticker.show(edition, flash ?? this.#live.latest ?? edition.flash);
  }

  /** Tells whoever cannot see it that the page is another: by its headline, which takes the focus. */
  #arrive(address: URL): void {
    scrollTo({ top: 0, behavior: "instant" });
    const target = address.hash ? document.getElementById(address.hash.slice(1)) : null;
    if (target) target.scrollIntoView();
    else (this.#main.querySelector("h1") ?? this.#masthead.querySelector("h1"))?.focus({ preventScroll: true });
  }

  #keep(): void {
    if (!this.#view || !this.#key) return;
    this.#kept.set(this.#key, { view: this.#view, nodes: [...this.#main.childNodes], scrolled: scrollY });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_PAGES && oldest) this.#kept.delete(oldest);
  }

  #fail(address: URL): void {
    const words = this.#edition?.words ?? wordsOf(document.documentElement.lang);
    this.#main.ariaBusy = "false";
    this.#main.replaceChildren(
      <div class="notice" role="alert">
        <h1 tabindex="-1">{words.failure}</h1>
        <p>{words.failureText}</p>
        <button type="button" class="more" onclick={() => void this.visit(address, "stay")}>{words.again}</button>
      </div>,
    );
    if (!this.#main.isConnected) document.body.append(this.#main);
  }
}

/** Every page's address ends in a slash. */
function slashed(address: URL): URL {
  const url = new URL(address);
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}
