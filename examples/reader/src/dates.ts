/** Moments as the readers of one language write them, in the newsroom's time zone. */
export class Dates {
  readonly #lang: string;
  readonly #zone: { timeZone: string };

  constructor(lang: string, timeZone: string) {
    this.#lang = lang === "en" ? "en-GB" : lang;
    this.#zone = { timeZone };
  }

  /** Such as 24 November 2026 at 09:05. */
  full(iso: string): string {
    return this.#written(iso, { dateStyle: "long", timeStyle: "short", hourCycle: "h23" });
  }

  /** Such as 24 November 2026. */
  day(iso: string): string {
    return this.#written(iso, { dateStyle: "long" });
  }

  /** The time for what is of today, else the day: as lists show it. */
  brief(iso: string): string {
    if (this.day(iso) === this.day(new Date().toISOString())) return this.#written(iso, { timeStyle: "short", hourCycle: "h23" });
    return this.#written(iso, { day: "numeric", month: "short", year: "numeric" });
  }

  #written(iso: string, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.#lang, { ...options, ...this.#zone }).format(new Date(iso));
  }
}

/** Returns the moment when a year begins in a time zone. */
export function startOfYear(year: number, timeZone: string): string {
  const utc = Date.UTC(year, 0, 1);
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(utc);
  const offset = parts.find((part) => part.type === "timeZoneName")?.value.replace("GMT", "") || "Z";
  return `${year}-01-01T00:00:00${offset}`;
}
