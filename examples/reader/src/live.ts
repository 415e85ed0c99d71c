import { ask } from "./api/client";
import { Flash, type OnAir } from "./api/generated";

export type Place = { section: string | null; locale: string };
const EVERY_MILLISECONDS = 15_000;
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/**
 * Keeps up with what is on air in one place of the paper. It asks at the second that the last answer named as the
 * next change by the clock, and every few seconds besides; not while nobody looks.
 */
export class Live {
  readonly #changed: (flash: OnAir) => void;
  #place: Place | undefined;
  #timer = 0;

  constructor(changed: (flash: OnAir) => void) {
    this.#changed = changed;
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) clearTimeout(this.#timer);
      else void this.#ask();
    });
  }

  /** Follows another place; `known` is what is on air there, where somebody asked already. */
  follow(place: Place, known: OnAir | null): void {
    this.#place = place;
    if (known) this.#wait(known.nextChangeAt);
    else void this.#ask();
  }

  async #ask(): Promise<void> {
    const place = this.#place;
    if (!place) return;
    clearTimeout(this.#timer);
    const answer = await ask(Flash, place, { fresh: true }).catch(() => null);
    if (place !== this.#place) return;
    if (answer) this.#changed(answer.flash);
    this.#wait(answer?.flash.nextChangeAt ?? null);
  }

  #wait(nextChangeAt: string | null): void {
    clearTimeout(this.#timer);
    const change = nextChangeAt ? Date.parse(nextChangeAt) - Date.now() + 50 : LONGEST_TIMEOUT;
    this.#timer = window.setTimeout(() => void this.#ask(), Math.min(EVERY_MILLISECONDS, Math.max(change, 250)));
  }
}
