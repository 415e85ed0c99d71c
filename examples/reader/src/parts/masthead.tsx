import { CMS } from "../config";
import { h } from "../dom";
import type { Edition } from "../edition";
import { SearchBox } from "./search-box";

/** The head of every page: the date by the newsroom's clock, the name, the sections. */
export function Masthead({ edition, isFront }: { edition: Edition; isFront: boolean }): HTMLElement {
  const { site, words } = edition;
  const name = <a href={edition.home} aria-label={words.home(edition.name)}>{edition.name}</a>;
  return (
    <header class={isFront ? "masthead front" : "masthead"}>
      <div class="ear ear-date">
        <p class="date">{site.today}</p>
        {site.locales.length > 1 && <Languages edition={edition} />}
      </div>
      <div class="nameplate">
        {isFront ? <h1 class="name" tabindex="-1">{name}</h1> : <p class="name">{name}</p>}
        {site.tagline && isFront && edition.isDefault && <p class="tagline">{site.tagline}</p>}
      </div>
      <div class="ear ear-search"><SearchBox edition={edition} label={words.search} /></div>
      <nav class="menu" aria-label={words.menu}>
        <ul>
          {edition.menu.map(({ label, href }) => <li><a href={href}>{label}</a></li>)}
        </ul>
      </nav>
    </header>
  );
}

function Languages({ edition }: { edition: Edition }): HTMLElement {
  return (
    <nav class="languages" aria-label={edition.words.languages}>
      <ul>
        {edition.site.locales.filter(({ code }) => code !== edition.lang).map(({ code, name, dir, isDefault }) => (
          <li><a href={isDefault ? "/" : `/${code}/`} lang={code} hreflang={code} dir={dir.toLowerCase()}>{name}</a></li>
        ))}
      </ul>
    </nav>
  );
}

export function Footer({ edition }: { edition: Edition }): HTMLElement {
  const { site, words } = edition;
  return (
    <footer class="footer">
      <p class="name"><a href={edition.home}>{edition.name}</a></p>
      {site.tagline && edition.isDefault && <p class="tagline">{site.tagline}</p>}
      <p class="colophon"><a href={`${CMS}/feeds${edition.home}rss.xml`}>RSS</a> · {words.colophon}</p>
    </footer>
  );
}
