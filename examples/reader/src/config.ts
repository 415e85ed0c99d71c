/** The root address of the CMS, as the head of the page says it. */
const named = document.querySelector<HTMLMetaElement>('meta[name="masthead"]')?.content;

export const CMS = (named || "http://127.0.0.1:8000").replace(/\/+$/, "");
