import { ARABIC } from "./words/arabic";
import { ENGLISH } from "./words/english";
import { URDU } from "./words/urdu";

/** What the front end itself says. What editors wrote comes from the API. */
export type Words = typeof ENGLISH;

const WORDS: { [lang: string]: Words } = { ar: ARABIC, en: ENGLISH, ur: URDU };

/** Returns the words of a language; English ones where nobody has translated them yet. */
export function wordsOf(lang: string): Words {
  return WORDS[lang] ?? ENGLISH;
}
