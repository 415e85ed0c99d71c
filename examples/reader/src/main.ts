import { Frame } from "./frame";

document.querySelector("noscript")?.remove();
void new Frame().visit(new URL(location.href), "stay");
