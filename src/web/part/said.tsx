import type { Said } from "../../store/catalogue.ts";
import type { Visit } from "../visit.ts";

/** A text of the record, with its language marked where it is not the page's. */
export function Say({ said, visit }: { said: Said; visit: Visit }) {
  return said.lang === visit.locale ? <>{said.text}</> : <span lang={said.lang}>{said.text}</span>;
}
