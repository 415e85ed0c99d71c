// Written by `npm run generate` from src/api/documents/ and docs/schema.graphql; not edited by hand.

/** A document with the types of its answer and variables. */
export type Document<Answer, Variables> = {
  name: string;
  sha256: string;
  text: string;
  /** Only for the type checker. */
  types?: (variables: Variables) => Answer;
};

export type ArticleWhere = {
  sections?: string[] | null;
  tags?: string[] | null;
  tagMatch?: TagMatch | null;
  contributors?: string[] | null;
  sources?: string[] | null;
  kinds?: ArticleKind[] | null;
  publishedFrom?: string | null;
  publishedBefore?: string | null;
  locale?: string | null;
  hasCorrections?: boolean | null;
};

export type SearchOrder = "RELEVANCE" | "NEWEST" | "OLDEST";

export type TagMatch = "ANY" | "ALL";

export type ArticleKind = "NEWS" | "ANALYSIS" | "OPINION" | "EXPLAINER" | "INTERVIEW" | "FEATURE";

export type ArticleView = Headline & { updatedAt: string | null; standfirst: string; dateline: string; readingMinutes: number; translations: ({ path: string; lang: string; })[]; seo: PageSeo; section: { id: string; title: string; path: string; parent: { title: string; path: string; } | null; }; bylines: ({ role: string; contributor: { name: string; slug: string; kind: ("PERSON" | "ORGANISATION"); }; })[]; sources: ({ url: string; source: { name: string; url: string; }; })[]; hero: HeroFigure | null; tags: ({ name: string; slug: string; })[]; corrections: ({ kind: ("CORRECTION" | "CLARIFICATION" | "RETRACTION" | "UPDATE"); text: string; publishedAt: string; })[]; body: BodyBlock[]; };

export type BodyBlock = { __typename: "ParagraphBlock"; id: string; html: string; } | { __typename: "HeadingBlock"; id: string; text: string; level: number; anchor: string; } | { __typename: "QuoteBlock"; id: string; text: string; attribution: string; isPullQuote: boolean; lang: string | null; dir: ("LTR" | "RTL") | null; } | { __typename: "FactBoxBlock"; id: string; title: string; html: string; } | { __typename: "TableBlock"; id: string; caption: string; header: string[]; rows: string[][]; } | { __typename: "FigureBlock"; id: string; figure: InlineFigure; } | { __typename: "GalleryBlock"; id: string; figures: InlineFigure[]; } | { __typename: "EmbedBlock"; id: string; url: string; html: string; provider: string; title: string; } | { __typename: "DocumentBlock"; id: string; title: string; url: string; bytes: number; } | { __typename: "RelatedBlock"; id: string; articles: Headline[]; };

export type OnAir = { nextChangeAt: string | null; banners: Banner[]; };

export type Banner = { id: string; label: string; severity: ("BREAKING" | "URGENT" | "UPDATE"); version: number; items: ({ kicker: string; text: string; url: string | null; article: { path: string; } | null; })[]; };

export type FrontPageView = { title: string; path: string; lang: string; dir: ("LTR" | "RTL"); translations: ({ path: string; lang: string; })[]; seo: PageSeo; lead: Lead[]; sections: ({ id: string; title: string; path: string; articles: { nodes: Card[]; }; })[]; };

export type Lead = Headline & { standfirst: string; byline: string; section: { title: string; path: string; }; hero: HeroFigure | null; };

export type CardImage = { colour: string; sources: ({ mimeType: string; srcset: string; })[]; rendition: { url: string; width: number; height: number; }; };

export type CardFigure = { alt: string; image: CardImage; };

export type HeroFigure = { alt: string; caption: string; credit: string; image: { colour: string; sources: ({ mimeType: string; srcset: string; })[]; rendition: { url: string; width: number; height: number; }; }; };

export type InlineFigure = { alt: string; caption: string; credit: string; image: { colour: string; sources: ({ mimeType: string; srcset: string; })[]; rendition: { url: string; width: number; height: number; }; }; };

export type Headline = { id: string; title: string; path: string; lang: string; dir: ("LTR" | "RTL"); kind: ("NEWS" | "ANALYSIS" | "OPINION" | "EXPLAINER" | "INTERVIEW" | "FEATURE"); displayDate: string; };

export type Card = Headline & { standfirst: string; byline: string; section: { title: string; path: string; }; hero: CardFigure | null; };

export type CardList = { nodes: Card[]; pageInfo: { hasNextPage: boolean; endCursor: string | null; }; totalCount: number; };

export type PageSeo = { title: string; description: string; socialTitle: string; socialDescription: string; canonicalUrl: string; jsonLd: string; image: { rendition: { url: string; width: number; height: number; }; } | null; };

export type Choice = { value: string; label: string; count: number; };

export type SectionView = { id: string; title: string; path: string; lang: string; dir: ("LTR" | "RTL"); introduction: string; translations: ({ path: string; lang: string; })[]; seo: PageSeo; parent: { title: string; path: string; } | null; sections: ({ title: string; path: string; })[]; articles: CardList; };

export type RelatedVariables = { id: string; };
export type RelatedAnswer = { article: { related: Card[]; } | null; };
export const Related: Document<RelatedAnswer, RelatedVariables> = {
  name: "Related",
  sha256: "55b598ab6b2cd17be873cfb46e4eb6784397556b3948512731986696d26da959",
  text: "query Related($id:ID!){article(id:$id){related(first:4){...Card}}}fragment Card on Article{...Headline standfirst byline section{title path}hero{...CardFigure}}fragment CardFigure on Figure{alt image{...CardImage}}fragment CardImage on Image{colour sources(crop:CARD){mimeType srcset}rendition(crop:CARD format:JPEG){url width height}}fragment Headline on Article{id title path lang dir kind displayDate}",
};

export type ContributorVariables = { slug: string; after?: string | null; };
export type ContributorAnswer = { contributor: { name: string; slug: string; kind: ("PERSON" | "ORGANISATION"); biography: string; photo: { colour: string; sources: ({ mimeType: string; srcset: string; })[]; rendition: { url: string; width: number; height: number; }; } | null; articles: CardList; } | null; };
export const Contributor: Document<ContributorAnswer, ContributorVariables> = {
  name: "Contributor",
  sha256: "562181931aaec2f8933ebf0cdfea98ace4e88658a0bd10e5bb40dbb744951de6",
  text: "query Contributor($slug:String!$after:String){contributor(slug:$slug){name slug kind biography photo{colour sources(crop:SQUARE){mimeType srcset}rendition(crop:SQUARE format:JPEG){url width height}}articles(first:12 after:$after){...CardList}}}fragment Card on Article{...Headline standfirst byline section{title path}hero{...CardFigure}}fragment CardFigure on Figure{alt image{...CardImage}}fragment CardImage on Image{colour sources(crop:CARD){mimeType srcset}rendition(crop:CARD format:JPEG){url width height}}fragment CardList on ArticleConnection{nodes{...Card}pageInfo{hasNextPage endCursor}totalCount}fragment Headline on Article{id title path lang dir kind displayDate}",
};

export type FlashVariables = { section?: string | null; locale?: string | null; };
export type FlashAnswer = { flash: OnAir; };
export const Flash: Document<FlashAnswer, FlashVariables> = {
  name: "Flash",
  sha256: "6f9a4ac79ac5fda2c5ee9d00936b32865e750eac29d8ea331a346163aee959e8",
  text: "query Flash($section:ID$locale:String){flash(section:$section locale:$locale){...OnAir}}fragment Banner on FlashBanner{id label severity version items{kicker text url article{path}}}fragment OnAir on Flash{nextChangeAt banners{...Banner}}",
};

export type FrontPageVariables = { locale?: string | null; };
export type FrontPageAnswer = { frontPage: FrontPageView | null; };
export const FrontPage: Document<FrontPageAnswer, FrontPageVariables> = {
  name: "FrontPage",
  sha256: "dea11f7865cd265c7eb1cad1a1126eadcdb48bbaeb6fa15fc374904cbd3ea908",
  text: "query FrontPage($locale:String){frontPage(locale:$locale){...FrontPageView}}fragment Card on Article{...Headline standfirst byline section{title path}hero{...CardFigure}}fragment CardFigure on Figure{alt image{...CardImage}}fragment CardImage on Image{colour sources(crop:CARD){mimeType srcset}rendition(crop:CARD format:JPEG){url width height}}fragment FrontPageView on FrontPage{title path lang dir translations{path lang}seo{...PageSeo}lead(first:7){...Lead}sections{id title path articles(first:9){nodes{...Card}}}}fragment Headline on Article{id title path lang dir kind displayDate}fragment HeroFigure on Figure{alt caption credit image{colour sources(crop:HERO){mimeType srcset}rendition(crop:HERO format:JPEG){url width height}}}fragment Lead on Article{...Headline standfirst byline section{title path}hero{...HeroFigure}}fragment PageSeo on Seo{title description socialTitle socialDescription canonicalUrl jsonLd image{rendition(crop:SOCIAL format:JPEG){url width height}}}",
};

export type PreviewVariables = {  };
export type PreviewAnswer = { preview: (ArticleView & { __typename: "Article"; } | { __typename: "FrontPage"; } | { __typename: "Section"; }) | null; };
export const Preview: Document<PreviewAnswer, PreviewVariables> = {
  name: "Preview",
  sha256: "63d5fa2102f9e076c6fdea5b44d370ebbd4c90199fb500d7abd75901657899be",
  text: "query Preview{preview{__typename ...on Article{...ArticleView}}}fragment ArticleView on Article{...Headline updatedAt standfirst dateline readingMinutes translations{path lang}seo{...PageSeo}section{id title path parent{title path}}bylines{role contributor{name slug kind}}sources{url source{name url}}hero{...HeroFigure}tags{name slug}corrections{kind text publishedAt}body{...BodyBlock}}fragment BodyBlock on Block{__typename id ...on ParagraphBlock{html}...on HeadingBlock{text level anchor}...on QuoteBlock{text attribution isPullQuote lang dir}...on FigureBlock{figure{...InlineFigure}}...on GalleryBlock{figures{...InlineFigure}}...on EmbedBlock{url html provider title}...on TableBlock{caption header rows}...on FactBoxBlock{title html}...on DocumentBlock{title url bytes}...on RelatedBlock{articles{...Headline}}}fragment Headline on Article{id title path lang dir kind displayDate}fragment HeroFigure on Figure{alt caption credit image{colour sources(crop:HERO){mimeType srcset}rendition(crop:HERO format:JPEG){url width height}}}fragment InlineFigure on Figure{alt caption credit image{colour sources(crop:INLINE){mimeType srcset}rendition(crop:INLINE format:JPEG){url width height}}}fragment PageSeo on Seo{title description socialTitle socialDescription canonicalUrl jsonLd image{rendition(crop:SOCIAL format:JPEG){url width height}}}",
};

export type PreviewSectionVariables = {  };
export type PreviewSectionAnswer = { preview: { __typename: "Article"; } | { __typename: "FrontPage"; } | SectionView & { __typename: "Section"; } | null; };
export const PreviewSection: Document<PreviewSectionAnswer, PreviewSectionVariables> = {
  name: "PreviewSection",
  sha256: "316a87e71bad93187aeb820b64c9d1df9199fc536c8fc9701b7b9050236858db",
  text: "query PreviewSection{preview{__typename ...on Section{...SectionView}}}fragment Card on Article{...Headline standfirst byline section{title path}hero{...CardFigure}}fragment CardFigure on Figure{alt image{...CardImage}}fragment CardImage on Image{colour sources(crop:CARD){mimeType srcset}rendition(crop:CARD format:JPEG){url width height}}fragment CardList on ArticleConnection{nodes{...Card}pageInfo{hasNextPage endCursor}totalCount}fragment Headline on Article{id title path lang dir kind displayDate}fragment PageSeo on Seo{title description socialTitle socialDescription canonicalUrl jsonLd image{rendition(crop:SOCIAL format:JPEG){url width height}}}fragment SectionView on Section{id title path lang dir introduction translations{path lang}seo{...PageSeo}parent{title path}sections{title path}articles(first:13){...CardList}}",
};

export type PreviewFrontPageVariables = {  };
export type PreviewFrontPageAnswer = { preview: { __typename: "Article"; } | FrontPageView & { __typename: "FrontPage"; } | { __typename: "Section"; } | null; };
export const PreviewFrontPage: Document<PreviewFrontPageAnswer, PreviewFrontPageVariables> = {
  name: "PreviewFrontPage",
  sha256: "59833eda4f19abe3496324c6e001e130232ef97f6b2dfac39991001b2eacc5ab",
  text: "query PreviewFrontPage{preview{__typename ...on FrontPage{...FrontPageView}}}fragment Card on Article{...Headline standfirst byline section{title path}hero{...CardFigure}}fragment CardFigure on Figure{alt image{...CardImage}}fragment CardImage on Image{colour sources(crop:CARD){mimeType srcset}rendition(crop:CARD format:JPEG){url width height}}fragment FrontPageView on FrontPage{title path lang dir translations{path lang}seo{...PageSeo}lead(first:7){...Lead}sections{id title path articles(first:9){nodes{...Card}}}}fragment Headline on Article{id title path lang dir kind displayDate}fragment HeroFigure on Figure{alt caption credit image{colour sources(crop:HERO){mimeType srcset}rendition(crop:HERO format:JPEG){url width height}}}fragment Lead on Article{...Headline standfirst byline section{title path}hero{...HeroFigure}}fragment PageSeo on Seo{title description socialTitle socialDescription canonicalUrl jsonLd image{rendition(crop:SOCIAL format:JPEG){url width height}}}",
};

export type PreviewBannerVariables = {  };
export type PreviewBannerAnswer = { previewBanner: Banner | null; };
export const PreviewBanner: Document<PreviewBannerAnswer, PreviewBannerVariables> = {
  name: "PreviewBanner",
  sha256: "6aff04591a07898218632284200803daae4589fb97733dea073b454dbeb5fccc",
  text: "query PreviewBanner{previewBanner{...Banner}}fragment Banner on FlashBanner{id label severity version items{kicker text url article{path}}}",
};

export type RouteVariables = { path: string; };
export type RouteAnswer = { route: { __typename: "FrontPage"; } | { __typename: "Section"; } | ArticleView & { __typename: "Article"; } | { __typename: "Redirect"; location: string; permanent: boolean; } | { __typename: "Gone"; reason: string; replacedBy: Headline | null; } | null; };
export const Route: Document<RouteAnswer, RouteVariables> = {
  name: "Route",
  sha256: "435f3bc491e4d4c3307ea0edf975f276de723941146ea86ecdef122e324e9e8a",
  text: "query Route($path:String!){route(path:$path){__typename ...on Article{...ArticleView}...on Redirect{location permanent}...on Gone{reason replacedBy{...Headline}}}}fragment ArticleView on Article{...Headline updatedAt standfirst dateline readingMinutes translations{path lang}seo{...PageSeo}section{id title path parent{title path}}bylines{role contributor{name slug kind}}sources{url source{name url}}hero{...HeroFigure}tags{name slug}corrections{kind text publishedAt}body{...BodyBlock}}fragment BodyBlock on Block{__typename id ...on ParagraphBlock{html}...on HeadingBlock{text level anchor}...on QuoteBlock{text attribution isPullQuote lang dir}...on FigureBlock{figure{...InlineFigure}}...on GalleryBlock{figures{...InlineFigure}}...on EmbedBlock{url html provider title}...on TableBlock{caption header rows}...on FactBoxBlock{title html}...on DocumentBlock{title url bytes}...on RelatedBlock{articles{...Headline}}}fragment Headline on Article{id title path lang dir kind displayDate}fragment HeroFigure on Figure{alt caption credit image{colour sources(crop:HERO){mimeType srcset}rendition(crop:HERO format:JPEG){url width height}}}fragment InlineFigure on Figure{alt caption credit image{colour sources(crop:INLINE){mimeType srcset}rendition(crop:INLINE format:JPEG){url width height}}}fragment PageSeo on Seo{title description socialTitle socialDescription canonicalUrl jsonLd image{rendition(crop:SOCIAL format:JPEG){url width height}}}",
};

export type SearchVariables = { query: string; where?: ArticleWhere | null; orderBy?: SearchOrder | null; after?: string | null; };
export type SearchAnswer = { search: { totalCount: number; didYouMean: string | null; nodes: ({ titleHtml: string; excerptHtml: string; article: (Headline & { section: { title: string; path: string; }; hero: CardFigure | null; }); })[]; facets: { sections: Choice[]; tags: Choice[]; contributors: Choice[]; kinds: Choice[]; years: Choice[]; }; pageInfo: { hasNextPage: boolean; endCursor: string | null; }; }; };
export const Search: Document<SearchAnswer, SearchVariables> = {
  name: "Search",
  sha256: "3e83947d2a3d87f622831c812157cc8c3c38f57c6dd0ae4639e1d3f5e87980bb",
  text: "query Search($query:String!$where:ArticleWhere$orderBy:SearchOrder$after:String){search(query:$query first:10 where:$where orderBy:$orderBy after:$after){totalCount didYouMean nodes{titleHtml excerptHtml article{...Headline section{title path}hero{...CardFigure}}}facets{sections{...Choice}tags{...Choice}contributors{...Choice}kinds{...Choice}years{...Choice}}pageInfo{hasNextPage endCursor}}}fragment CardFigure on Figure{alt image{...CardImage}}fragment CardImage on Image{colour sources(crop:CARD){mimeType srcset}rendition(crop:CARD format:JPEG){url width height}}fragment Choice on Facet{value label count}fragment Headline on Article{id title path lang dir kind displayDate}",
};

export type SuggestVariables = { prefix: string; };
export type SuggestAnswer = { suggest: ({ kind: ("ARTICLE" | "TAG" | "CONTRIBUTOR" | "SECTION"); label: string; url: string; value: string; })[]; };
export const Suggest: Document<SuggestAnswer, SuggestVariables> = {
  name: "Suggest",
  sha256: "167221d9da35ef853cf3836ddbc14a39a0fb58370c2b083a540615b57a144ced",
  text: "query Suggest($prefix:String!){suggest(prefix:$prefix first:8){kind label url value}}",
};

export type SectionVariables = { path: string; };
export type SectionAnswer = { section: SectionView | null; };
export const Section: Document<SectionAnswer, SectionVariables> = {
  name: "Section",
  sha256: "86ed65446a24e1c44e8884e1dd971c06000b1f8a3021880a51e0819cc26539ae",
  text: "query Section($path:String!){section(path:$path){...SectionView}}fragment Card on Article{...Headline standfirst byline section{title path}hero{...CardFigure}}fragment CardFigure on Figure{alt image{...CardImage}}fragment CardImage on Image{colour sources(crop:CARD){mimeType srcset}rendition(crop:CARD format:JPEG){url width height}}fragment CardList on ArticleConnection{nodes{...Card}pageInfo{hasNextPage endCursor}totalCount}fragment Headline on Article{id title path lang dir kind displayDate}fragment PageSeo on Seo{title description socialTitle socialDescription canonicalUrl jsonLd image{rendition(crop:SOCIAL format:JPEG){url width height}}}fragment SectionView on Section{id title path lang dir introduction translations{path lang}seo{...PageSeo}parent{title path}sections{title path}articles(first:13){...CardList}}",
};

export type MoreOfSectionVariables = { id: string; after: string; };
export type MoreOfSectionAnswer = { section: { articles: CardList; } | null; };
export const MoreOfSection: Document<MoreOfSectionAnswer, MoreOfSectionVariables> = {
  name: "MoreOfSection",
  sha256: "1bdab821021d04489f489ad702a82e9b4e3ddc30f5b78d08fc4bd597a58757a4",
  text: "query MoreOfSection($id:ID!$after:String!){section(id:$id){articles(first:12 after:$after){...CardList}}}fragment Card on Article{...Headline standfirst byline section{title path}hero{...CardFigure}}fragment CardFigure on Figure{alt image{...CardImage}}fragment CardImage on Image{colour sources(crop:CARD){mimeType srcset}rendition(crop:CARD format:JPEG){url width height}}fragment CardList on ArticleConnection{nodes{...Card}pageInfo{hasNextPage endCursor}totalCount}fragment Headline on Article{id title path lang dir kind displayDate}",
};

export type ShellVariables = { locale?: string | null; };
export type ShellAnswer = { site: { name: string; tagline: string; timeZone: string; today: string; locales: ({ code: string; name: string; dir: ("LTR" | "RTL"); isDefault: boolean; })[]; navigation: ({ label: string; url: string; })[]; }; frontPage: { title: string; sections: ({ title: string; path: string; })[]; } | null; flash: OnAir; articles: { nodes: Headline[]; }; };
export const Shell: Document<ShellAnswer, ShellVariables> = {
  name: "Shell",
  sha256: "d707f70953c19841196a2f5634bfd4706b443752ea968d3ed3e782e7e944986d",
  text: "query Shell($locale:String){site{name tagline timeZone today(locale:$locale)locales{code name dir isDefault}navigation(locale:$locale){label url}}frontPage(locale:$locale){title sections{title path}}flash(locale:$locale){...OnAir}articles(first:6 where:{locale:$locale}){nodes{...Headline}}}fragment Banner on FlashBanner{id label severity version items{kicker text url article{path}}}fragment Headline on Article{id title path lang dir kind displayDate}fragment OnAir on Flash{nextChangeAt banners{...Banner}}",
};

export type TagVariables = { slug: string; after?: string | null; };
export type TagAnswer = { tag: { name: string; slug: string; description: string; articles: CardList; } | null; };
export const Tag: Document<TagAnswer, TagVariables> = {
  name: "Tag",
  sha256: "25d7d520d90bf3a43a88081fb8c5652532da5253726d2484586c49d3b23afa4a",
  text: "query Tag($slug:String!$after:String){tag(slug:$slug){name slug description articles(first:12 after:$after){...CardList}}}fragment Card on Article{...Headline standfirst byline section{title path}hero{...CardFigure}}fragment CardFigure on Figure{alt image{...CardImage}}fragment CardImage on Image{colour sources(crop:CARD){mimeType srcset}rendition(crop:CARD format:JPEG){url width height}}fragment CardList on ArticleConnection{nodes{...Card}pageInfo{hasNextPage endCursor}totalCount}fragment Headline on Article{id title path lang dir kind displayDate}",
};
