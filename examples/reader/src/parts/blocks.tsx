import type { BodyBlock } from "../api/generated";
import { h, html } from "../dom";
import type { Edition } from "../edition";
import { HeadlineList } from "./links";
import { CaptionedFigure } from "./picture";

type Kind = BodyBlock["__typename"];
type Of<Name extends Kind> = Extract<BodyBlock, { __typename: Name }>;
type Renderers = { [Name in Kind]: (block: Of<Name>, edition: Edition) => Node };

const IN_TEXT = "(min-width: 48em) 42rem, 100vw";

/** How each block of a body is shown. A block that the schema gains is an error here until it has its line. */
const RENDERERS: Renderers = {
  ParagraphBlock: (block) => <div class="paragraph">{html(block.html)}</div>,
  HeadingBlock: (block) => h(`h${Math.min(4, Math.max(2, block.level))}`, { id: block.anchor }, block.text),
  QuoteBlock: (block) => <Quote block={block} />,
  FigureBlock: (block) => <CaptionedFigure figure={block.figure} sizes={IN_TEXT} name="figure" />,
  GalleryBlock: (block, edition) => <Gallery block={block} edition={edition} />,
  EmbedBlock: (block, edition) => <Embed block={block} edition={edition} />,
  TableBlock: (block, edition) => <Table block={block} edition={edition} />,
  FactBoxBlock: (block) => <FactBox block={block} />,
  DocumentBlock: (block, edition) => (
    <p class="document">
      <a href={block.url} download="">{edition.words.download}: {block.title}</a> <span class="size">{size(block.bytes, edition)}</span>
    </p>
  ),
  RelatedBlock: (block, edition) => (
    <aside class="read-also" aria-label={edition.words.readAlso}>
      <p class="label" aria-hidden="true">{edition.words.readAlso}</p>
      <HeadlineList edition={edition} articles={block.articles} />
    </aside>
  ),
};

/** The story itself, from the place where it was reported. */
export function Body({ blocks, dateline, edition }: { blocks: BodyBlock[]; dateline: string; edition: Edition }): HTMLElement {
  const body = <div class="body">{blocks.map((block) => rendered(block, edition))}</div>;
  const opening = body.querySelector(".paragraph p");
  if (dateline && opening) opening.prepend(<span class="dateline">{dateline}</span>, " ");
  return body;
}

function rendered<Name extends Kind>(block: Of<Name>, edition: Edition): Node | null {
  const renderer = RENDERERS[block.__typename as Name] as Renderers[Name] | undefined;
  return renderer?.(block, edition) ?? null; // a server newer than this front end may know more blocks
}

function Quote({ block }: { block: Of<"QuoteBlock"> }): HTMLElement {
  const { lang, dir, text, attribution } = block;
  const quote = (
    <blockquote lang={lang} dir={dir?.toLowerCase()}>
      <p>{text}</p>
    </blockquote>
  );
  return (
    <figure class={block.isPullQuote ? "quote pull" : "quote"}>
      {quote}
      {attribution && <figcaption>{attribution}</figcaption>}
    </figure>
  );
}

function Gallery({ block, edition }: { block: Of<"GalleryBlock">; edition: Edition }): HTMLElement {
  return (
    <section class="gallery" tabindex="0" aria-label={edition.words.photographs}>
      {block.figures.map((figure) => <CaptionedFigure figure={figure} sizes="(min-width: 48em) 30rem, 90vw" name="figure" />)}
    </section>
  );
}

/** Another site's player, asked for nothing until the reader wants it. */
function Embed({ block, edition }: { block: Of<"EmbedBlock">; edition: Edition }): HTMLElement {
  const { words } = edition;
  const frame = (
    <div class="embed">
      <button type="button" onclick={() => frame.replaceChildren(html(block.html))}>{words.playOf(block.provider)}</button>
      {block.title && <p class="embed-title">{block.title}</p>}
      <p class="embed-note">{words.embedNote(block.provider)}</p>
      <a href={block.url}>{block.url}</a>
    </div>
  );
  return frame;
}

function Table({ block, edition }: { block: Of<"TableBlock">; edition: Edition }): HTMLElement {
  const numeric = block.header.map((_, column) => block.rows.every((row) => /^[\s\d.,+\-−–%£$€]*$/.test(row[column] ?? "")));
  const align = (column: number): string | null => (numeric[column] ? "number" : null);
  return (
    <div class="table" tabindex="0" role="region" aria-label={block.caption || edition.words.table}>
      <table>
        {block.caption && <caption>{block.caption}</caption>}
        <thead>
          <tr>{block.header.map((cell, column) => <th scope="col" class={align(column)}>{cell}</th>)}</tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr>{row.map((cell, column) => (column ? <td class={align(column)}>{cell}</td> : <th scope="row" class={align(column)}>{cell}</th>))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FactBox({ block }: { block: Of<"FactBoxBlock"> }): HTMLElement {
  return (
    <aside class="fact-box" aria-label={block.title}>
      <h2>{block.title}</h2>
      {html(block.html)}
    </aside>
  );
}

function size(bytes: number, edition: Edition): string {
  const [unit, amount] = bytes < 1_000_000 ? ["kilobyte", bytes / 1_000] : ["megabyte", bytes / 1_000_000];
  const style = { style: "unit", unit, maximumFractionDigits: bytes < 1_000_000 ? 0 : 1 } as const;
  return new Intl.NumberFormat(edition.lang, style).format(Math.max(amount as number, 1));
}
