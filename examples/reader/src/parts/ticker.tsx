import type { Banner, OnAir } from "../api/generated";
import { h } from "../dom";
import type { Edition } from "../edition";
import { ownPath } from "../navigation";
import { Icon } from "./icons";

type Slide = { label: string; kicker: string; text: string; href: string | null; severity: string; banner: Banner | null };
const SECONDS_EACH = 6;
const DISMISSED = "dismissed-flashes";

/**
 * The strip under the masthead: the headlines on air, one at a time; the latest ones when there are none, so that
 * the page does not move when a flash begins or ends. All headlines are there for screen readers and the keyboard:
 * a link that is focused comes forward. What goes on air is told politely, once.
 */
export class Ticker {
  readonly element = <section class="ticker" />;
  readonly announcement = <p class="for-screen-readers" role="status" />;
  readonly #stillness = matchMedia("(prefers-reduced-motion: reduce)");
  #edition: Edition | undefined;
  #flash: OnAir | undefined;
  #slides: Slide[] = [];
  #current = 0;
  #paused = this.#stillness.matches;
  #told = new Set<string>();

  constructor() {
    setInterval(() => this.#tick(), SECONDS_EACH * 1000);
    this.element.addEventListener("focusin", ({ target }) => {
      const index = this.#items.findIndex((item) => item.contains(target as Node));
      if (index >= 0) this.#turnTo(index);
    });
  }

  /** Shows what is on air. What is already shown stays as it is, so that nobody loses their place. */
  show(edition: Edition, flash: OnAir): void {
    const isNews = this.#flash !== undefined;
    this.#flash = flash;
    const banners = flash.banners.filter(({ id, version }) => dismissed()[id] !== version);
    if (!banners.length) this.announcement.textContent = "";
    if (isNews) this.#announce(banners, edition);
    for (const banner of banners) this.#told.add(nameOf(banner));
    const slides = banners.length ? banners.flatMap(slidesOf) : latestSlides(edition);
    if (edition === this.#edition && JSON.stringify(slides) === JSON.stringify(this.#slides)) return;
    this.#edition = edition;
    this.#slides = slides;
    this.#current = 0;
    this.#build(edition);
  }

  get #items(): Element[] {
    return [...this.element.querySelectorAll(".slide")];
  }

  #build({ words }: Edition): void {
    const isFlash = this.#slides.some(({ banner }) => banner);
    this.element.hidden = !this.#slides.length;
    this.element.ariaLabel = isFlash ? words.tickerLabel : words.latest;
    this.element.replaceChildren(
      <ul class="slides">{this.#slides.map((slide) => <li class="slide" data-severity={slide.severity}>{written(slide)}</li>)}</ul>,
      <div class="ticker-buttons">
        {this.#slides.length > 1 && [
          this.#button("back", words.previous, () => this.#turnTo(this.#current - 1)),
          this.#pauseButton(),
          this.#button("on", words.next, () => this.#turnTo(this.#current + 1)),
        ]}
        {isFlash && this.#button("close", words.dismiss, () => this.#dismiss())}
      </div>,
    );
    this.#turnTo(0);
  }

  #button(icon: "back" | "on" | "pause" | "play" | "close", label: string, act: () => void): HTMLElement {
    return <button type="button" class={`ticker-${icon}`} aria-label={label} onclick={act}><Icon name={icon} /></button>;
  }

  #pauseButton(): HTMLElement {
    const { words } = this.#edition as Edition;
    const button = this.#paused
      ? this.#button("play", words.play, () => change(false))
      : this.#button("pause", words.pause, () => change(true));
    const change = (paused: boolean): void => {
      this.#paused = paused;
      const other = this.#pauseButton();
      button.replaceWith(other);
      other.focus();
    };
    return button;
  }

  #tick(): void {
    const isRead = this.element.matches(":hover, :focus-within") || document.hidden;
    if (!this.#paused && !isRead) this.#turnTo(this.#current + 1);
  }

  #turnTo(index: number): void {
    const count = this.#slides.length;
    if (!count) return;
    this.#current = (index + count) % count;
    this.#items.forEach((item, each) => item.classList.toggle("current", each === this.#current));
    this.element.dataset["severity"] = this.#slides[this.#current]?.severity ?? "";
  }

  #dismiss(): void {
    const banner = this.#slides[this.#current]?.banner;
    if (!banner || !this.#edition || !this.#flash) return;
    localStorage.setItem(DISMISSED, JSON.stringify({ ...dismissed(), [banner.id]: banner.version }));
    this.show(this.#edition, this.#flash);
    this.element.querySelector<HTMLElement>("a, button")?.focus();
  }

  #announce(banners: Banner[], { words }: Edition): void {
    const fresh = banners.filter((banner) => !this.#told.has(nameOf(banner)));
    if (!fresh.length) return;
    this.announcement.textContent = fresh
      .flatMap(({ label, items }) => items.map(({ kicker, text }) => words.onAir(label, kicker ? `${kicker}: ${text}` : text)))
      .join(" ");
  }
}

function written({ label, kicker, text, href }: Slide): Node[] {
  return [
    <span class="ticker-label">{label}</span>,
    <span class="ticker-text">
      {kicker && <b class="ticker-kicker">{kicker}: </b>}
      {href ? <a href={href}>{text}</a> : text}
    </span>,
  ];
}

function slidesOf(banner: Banner): Slide[] {
  return banner.items.map(({ kicker, text, url, article }) => ({
    label: banner.label,
    kicker,
    text,
    href: article?.path ?? (url && ownPath(url)),
    severity: banner.severity,
    banner,
  }));
}

function latestSlides({ latest, words }: Edition): Slide[] {
  return latest.map(({ title, path }) => (
    { label: words.latest, kicker: "", text: title, href: path, severity: "NONE", banner: null }
  ));
}

/** A banner that was changed is news again. */
function nameOf({ id, version }: Banner): string {
  return `${id}/${version}`;
}

function dismissed(): { [id: string]: number } {
  try {
    return JSON.parse(localStorage.getItem(DISMISSED) ?? "{}") as { [id: string]: number };
  } catch {
    return {};
  }
}
