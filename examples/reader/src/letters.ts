const EVERY_PAGE = ["1rem Newsreader", "italic 1rem Newsreader", "1rem 'Libre Franklin'"];
const NASKH = "1rem 'Noto Naskh Arabic'";
const OF_A_SCRIPT: { [lang: string]: string } = { ar: NASKH, ps: NASKH, ur: "1rem 'Noto Nastaliq Urdu'" };
const LONGEST_MILLISECONDS = 800;

/** Fetches the letters of a language beside its news, and waits for them a moment: a page that is set in others moves. */
export async function lettersFor(lang: string | null): Promise<void> {
  const script = OF_A_SCRIPT[lang ?? ""];
  const loading = EVERY_PAGE.map((font) => document.fonts.load(font));
  if (script) loading.push(document.fonts.load(script, "\u0627"));
  const late = new Promise((over) => setTimeout(over, LONGEST_MILLISECONDS));
  await Promise.race([Promise.allSettled(loading), late]);
}
