import { ask } from "./api/client";
import { Flash, type OnAir } from "./api/generated";
import { CMS } from "./config";

export type Place = { section: string | null; locale: string };
const EVERY_MILLISECONDS = 15_000;
const LISTEN_AGAIN_MILLISECONDS = 60_000;

/**
 * Keeps up with what is on air in one place of the paper, while somebody looks. The server tells it, as server-sent
 * events. Where it cannot, it is asked: every few seconds, and at the second that its last answer named as the next
 * change by the clock.
 */
export class Live {
  readonly #changed: (flash: OnAir) => void;
  /** What was on air when it was last told, in this language. */
  latest: OnAir | undefined;
  #place: Place | undefined;
  #stream: EventSource | undefined;
  #asking = 0;
  #listening = 0;

  constructor(changed: (flash: OnAir) => void) {
    this.#changed = (flash) => {
      this.latest = flash;
      changed(flash);
    };
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#rest() : this.#listen()));
  }

  /** Follows a place of the paper instead of the last one. */
  follow(place: Place): void {
    if (this.#place?.section === place.section && this.#place.locale === place.locale) return;
    if (this.#place?.locale !== place.locale) this.latest = undefined;
    this.#place = place;
    if (!document.hidden) this.#listen();
  }

  /** Follows nothing, as while a preview is shown. */
  stop(): void {
    this.#place = undefined;
    this.#rest();
  }

  #rest(): void {
    this.#stream?.close();
    clearTimeout(this.#asking);
    clearTimeout(this.#listening);
  }

  #listen(): void {
    this.#rest();
    const place = this.#place;
    if (!place) return;
    const { section, locale } = place;
    const stream = new EventSource(`${CMS}/flash/stream?${new URLSearchParams({ locale, ...(section ? { section } : {}) })}`);
    this.#stream = stream;
    stream.addEventListener("flash", ({ data }: MessageEvent<string>) => {
      clearTimeout(this.#asking);
      this.#changed(JSON.parse(data) as OnAir);
    });
    stream.addEventListener("error", () => {
      if (stream !== this.#stream) return;
      if (stream.readyState === EventSource.CLOSED) {
        clearTimeout(this.#listening);
        this.#listening = window.setTimeout(() => this.#listen(), LISTEN_AGAIN_MILLISECONDS);
      }
      void this.#ask(place);
    });
  }

  async #ask(place: Place): Promise<void> {
    clearTimeout(this.#asking);
    const answer = await ask(Flash, place, { fresh: true }).catch(() => null);
    if (place !== this.#place || document.hidden || this.#stream?.readyState === EventSource.OPEN) return;
    if (answer) this.#changed(answer.flash);
    const change = Date.parse(answer?.flash.nextChangeAt ?? "") - Date.now() + 50;
    const wait = Math.min(EVERY_MILLISECONDS, Math.max(Number.isNaN(change) ? Infinity : change, 250));
    clearTimeout(this.#asking);
    this.#asking = window.setTimeout(() => void this.#ask(place), wait);
  }
}
