import type { OnAir } from "./api/generated";
import type { Edition } from "./edition";
import type { Head } from "./head";

/** What a page has come to: something to show, or another address to go to. */
export type View = {
  edition: Edition;
  head: Head;
  content: Node;
  /** The section whose flashes concern it. */
  section?: string;
  isFront?: boolean;
  /** What to show in the ticker instead of what is on air. */
  flash?: OnAir;
};
export type Outcome = View | { elsewhere: string };

/** Makes a page of an address. The edition that the address speaks is on its way already. */
export type Page = (address: URL, edition: Promise<Edition>) => Promise<Outcome>;
