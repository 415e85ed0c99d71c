import { h } from "../dom";

const PATHS = {
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20.5 20.5",
  pause: "M8 5v14M16 5v14",
  play: "M7 4.5v15l12-7.5Z",
  close: "M5 5l14 14M19 5 5 19",
  back: "M15 5l-7 7 7 7",
  on: "M9 5l7 7-7 7",
};

/** A drawing beside a word, or on a button that is named otherwise. */
export function Icon({ name }: { name: keyof typeof PATHS }): HTMLElement {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
