/** JSX without a framework: an element of it is an element of the document. */

export type Child = Node | string | number | false | null | undefined | Child[];
type Value = string | number | boolean | null | undefined | ((event: never) => void);
export type Attributes = { [name: string]: Value | Child };
type Component<Properties> = (properties: Properties) => Node;

const SVG = new Set(["svg", "path"]);

/** Makes an element. `onclick` and the like listen; `false`, `null` and `undefined` leave an attribute out. */
export function h<Properties>(
  tag: string | Component<Properties>,
  attributes: (Attributes & Properties) | null,
  ...children: Child[]
): HTMLElement {
  if (typeof tag === "function") return tag({ ...attributes, children } as Properties) as HTMLElement;
  const element = SVG.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  add(element, children);
  return element as HTMLElement;
}

export declare namespace h {
  namespace JSX {
    type Element = HTMLElement;
    interface IntrinsicElements { [tag: string]: Attributes }
    interface ElementChildrenAttribute { children: unknown }
  }
}

/** Several nodes without an element around them. */
export function Fragment({ children }: { children?: Child }): Node {
  const fragment = document.createDocumentFragment();
  add(fragment, [children]);
  return fragment;
}

/**
 * Makes nodes of HTML. Only for fields of the API that end in Html or are called html: the server cleans them
 * against an allow-list. Everything else is text.
 */
export function html(text: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = text;
  return document.importNode(template.content, true);
}

function add(parent: Node, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) add(parent, child);
    else if (child instanceof Node) parent.appendChild(child);
    else if (child !== false && child !== null && child !== undefined) parent.appendChild(document.createTextNode(String(child)));
  }
}
