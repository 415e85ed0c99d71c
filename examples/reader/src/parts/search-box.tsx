import { ask } from "../api/client";
import { Suggest, type SuggestAnswer } from "../api/generated";
import { h } from "../dom";
import type { Edition } from "../edition";
import { go, ownPath } from "../navigation";
import { Icon } from "./icons";

type Suggestion = SuggestAnswer["suggest"][number];
const PAUSE_MILLISECONDS = 120;
let made = 0;

/** A search form that completes what is typed: the combobox of the ARIA practices. Without an answer it still searches. */
export function SearchBox({ edition, label, query = "" }: { edition: Edition; label: string; query?: string }): HTMLElement {
  const { words } = edition;
  const id = `suggestions-${++made}`;
  let shown: Suggestion[] = [];
  let active = -1;
  let pause = 0;
  let asking: AbortController | undefined;

  const list = <ul class="suggestions" id={id} role="listbox" aria-label={words.suggestions} hidden />;
  const input = (
    <input
      type="search" name="q" value={query} aria-label={words.searchFor} placeholder={words.searchFor} autocomplete="off"
      role="combobox" aria-expanded="false" aria-controls={id} aria-autocomplete="list"
      oninput={typed} onkeydown={pressed} onblur={() => close()}
    />
  ) as HTMLInputElement;

  function typed(): void {
    clearTimeout(pause);
    pause = window.setTimeout(() => void complete(), PAUSE_MILLISECONDS);
  }

  async function complete(): Promise<void> {
    asking?.abort();
    asking = new AbortController();
    const prefix = input.value.trim();
    if (!prefix) return close();
    const answer = await ask(Suggest, { prefix }, { signal: asking.signal }).catch(() => null);
    if (answer && prefix === input.value.trim() && document.activeElement === input) show(answer.suggest);
  }

  function show(suggestions: Suggestion[]): void {
    shown = suggestions;
    active = -1;
    list.replaceChildren(...suggestions.map(({ kind, label }, index) => (
      <li role="option" id={`${id}-${index}`} aria-selected="false" onpointerdown={(event: Event) => event.preventDefault()} onclick={() => choose(index)}>
        <span dir="auto">{label}</span> <span class="suggested">{words.suggested[kind]}</span>
      </li>
    )));
    list.hidden = !suggestions.length;
    input.ariaExpanded = String(!list.hidden);
    input.removeAttribute("aria-activedescendant");
  }

  function close(): void {
    asking?.abort();
    clearTimeout(pause);
    show([]);
  }

  function pressed(event: KeyboardEvent): void {
    if (event.key === "Escape" && shown.length) close();
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && shown.length) mark(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && shown[active]) choose(active);
    else return;
    event.preventDefault();
  }

  function mark(step: number): void {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = (active + step + shown.length + (active < 0 && step < 0 ? 1 : 0)) % shown.length;
    list.children[active]?.setAttribute("aria-selected", "true");
    list.children[active]?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", `${id}-${active}`);
  }

  function choose(index: number): void {
    const chosen = shown[index];
    close();
    if (chosen) go(ownPath(chosen.url));
  }

  return (
    <form class="search-box" role="search" aria-label={label} action="/search/">
      {input}
      {!edition.isDefault && <input type="hidden" name="lang" value={edition.lang} />}
      <button type="submit" aria-label={words.search}><Icon name="search" /></button>
      {list}
    </form>
  );
}
