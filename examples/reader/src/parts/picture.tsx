import { h } from "../dom";

export type PictureData = {
  alt: string;
  image: {
    colour: string;
    sources: { mimeType: string; srcset: string }[];
    rendition: { url: string; width: number; height: number };
  };
};

/** A picture in the best format and width that the browser takes. Its place is kept, in its colour, while it loads. */
export function Picture({ figure, sizes, eager = false }: { figure: PictureData; sizes: string; eager?: boolean }): HTMLElement {
  const { colour, sources, rendition } = figure.image;
  const uncoloured = () => { image.style.backgroundColor = ""; };
  const image = (
    <img
      onload={uncoloured}
      onerror={uncoloured}
      loading={eager ? "eager" : "lazy"}
      fetchpriority={eager ? "high" : "low"}
      decoding="async"
      width={rendition.width}
      height={rendition.height}
      alt={figure.alt}
      src={rendition.url}
    />
  );
  image.style.backgroundColor = colour; // as an attribute, a strict content security policy would refuse it
  return (
    <picture>
      {sources.map(({ mimeType, srcset }) => <source type={mimeType} srcset={srcset} sizes={sizes} />)}
      {image}
    </picture>
  );
}

/** A picture with what is written under it. */
export function CaptionedFigure({ figure, sizes, eager = false, name }: {
  figure: PictureData & { caption: string; credit: string };
  sizes: string;
  eager?: boolean;
  name: string;
}): HTMLElement {
  const { caption, credit } = figure;
  return (
    <figure class={name}>
      <Picture figure={figure} sizes={sizes} eager={eager} />
      {(caption || credit) && (
        <figcaption>
          {caption} {credit && <span class="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
