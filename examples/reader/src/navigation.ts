/** Going to another page without leaving this one; until somebody takes it on, the browser goes. */

/** Returns the path of one of our own addresses, and any other address as it is. */
export function ownPath(address: string): string {
  const url = new URL(address, location.href);
  return url.origin === location.origin ? url.pathname + url.search + url.hash : address;
}

let goes: (address: string) => void = (address) => location.assign(address);

export function go(address: string): void {
  goes(address);
}

/**
 * Lets `visit` take every way to one of our own pages: links, forms that ask, `go`. What the reader wants in another
 * tab or on disk, and what leads elsewhere, stays with the browser.
 */
export function takeOver(visit: (address: URL) => void): void {
  goes = (address) => {
    const url = new URL(address, location.href);
    if (url.origin === location.origin) visit(url);
    else location.assign(url);
  };
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a[href]") as HTMLAnchorElement | null;
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    const within = url.pathname === location.pathname && url.search === location.search && url.hash;
    if (url.origin !== location.origin || link.target || link.hasAttribute("download") || within) return;
    event.preventDefault();
    visit(url);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== "get") return;
    event.preventDefault();
    const filled = [...new FormData(form)].filter(([, value]) => value !== "") as [string, string][];
    visit(new URL(`?${new URLSearchParams(filled)}`, form.action));
  });
}
