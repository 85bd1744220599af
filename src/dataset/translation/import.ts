import { XmlDocument, type XmlElement, XmlParseError } from "libxml2-wasm";
import { isSiteLocale, type Locale } from "../../domain/locale.ts";
import { textHash } from "../../domain/text.ts";
import { messageProblems } from "./message.ts";
import { type Unit, unitName } from "./unit.ts";
import { NAMESPACE } from "./xliff.ts";

/** What a file of translations changes: the text, the English that it translates, and who has read it. */
export interface Translated extends Pick<Unit, "home" | "record" | "field"> {
  readonly text: string;
  readonly of: string;
  readonly state: "machine" | "reviewed";
}

/** A line of a file that cannot be taken, and why. */
export interface LineFault {
  readonly line: number;
  readonly what: string;
}

/** What was read: either every translation, or what stands in the way; a file with one fault changes nothing. */
export interface Imported {
  readonly locale: Locale | null;
  readonly translations: readonly Translated[];
  readonly faults: readonly LineFault[];
}

const NAMES = { x: NAMESPACE };

/**
 * Reads an XLIFF 2 document. `unitsIn` gives the present units of its language. A segment that is “reviewed” or “final”, or
 * “translated” without a machine's sub-state, counts as read by a person; a text that is as it was keeps its state.
 */
export function fromXliff(text: string, unitsIn: (locale: Locale) => readonly Unit[]): Imported {
  const faults: LineFault[] = [];
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text);
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    return { locale: null, translations: [], faults: error.details.map(({ line, message }) => ({ line, what: `not well-formed XML: ${message.trim()}` })) };
  }
  try {
    const { root } = document;
    const target = root.attr("trgLang")?.value ?? "";
    if (root.name !== "xliff" || root.namespaceUri !== NAMESPACE)
      faults.push({ line: root.line, what: `not an XLIFF 2 document: its root must be <xliff xmlns="${NAMESPACE}">` });
    else if (root.attr("srcLang")?.value !== "en") faults.push({ line: root.line, what: 'the source language must be srcLang="en"' });
    else if (!isSiteLocale(target) || target === "en")
      faults.push({ line: root.line, what: `trgLang="${target}" is not a language into which the Atlas is translated` });
    if (faults.length > 0 || !isSiteLocale(target)) return { locale: null, translations: [], faults };
    const known = new Map(unitsIn(target).map((unit) => [unitName(unit), unit]));
    const translations: Translated[] = [];
    for (const element of root.find("//x:unit", NAMES) as XmlElement[]) {
      const read = readUnit(element, known, target);
      if (read === null) continue;
      if ("what" in read) faults.push(read);
      else translations.push(read);
    }
    return { locale: target, translations: faults.length > 0 ? [] : translations, faults };
  } finally {
    document.dispose();
  }
}

function readUnit(element: XmlElement, known: ReadonlyMap<string, Unit>, locale: Locale): Translated | LineFault | null {
  const name = element.attr("name")?.value ?? "";
  const fault = (what: string, line = element.line): LineFault => ({ line, what: `${name || "a unit without a name"}: ${what}` });
  const unit = known.get(name);
  if (!unit) return fault("there is no such text; the name of a unit must stay as it was given out");
  const segments = element.find("x:segment", NAMES) as XmlElement[];
  const [segment] = segments;
  if (!segment || segments.length > 1) return fault("it must hold exactly one <segment>: do not split or join texts");
  const source = segment.get("x:source", NAMES) as XmlElement | null;
  const target = segment.get("x:target", NAMES) as XmlElement | null;
  if (!source) return fault("its <source> is missing");
  for (const part of [source, target]) if (part?.get("*")) return fault("it holds inline elements; write the text plainly", part.line);
  const text = target?.content ?? "";
  const state = segment.attr("state")?.value ?? "initial";
  if (text.trim() === "") return state === "initial" ? null : fault(`its state is “${state}” but its <target> is empty`, segment.line);
  if (text !== text.trim())
    return unit.source !== unit.source.trim() ? taken(unit, text, source.content, segment) : fault("its <target> begins or ends with a space", target?.line);
  const [problem] = unit.home === "message" ? messageProblems(source.content, text, locale) : [];
  return problem === undefined ? taken(unit, text, source.content, segment) : fault(problem, target?.line);
}

/** A translation is of the English in the file, even when that has changed since: it then stands as out of date. */
function taken({ home, record, field, ...unit }: Unit, text: string, source: string, segment: XmlElement): Translated {
  const state = segment.attr("state")?.value ?? "initial";
  const read = state === "reviewed" || state === "final";
  if (unit.text === text && !read && unit.of !== "") return { home, record, field, text, of: unit.of, state: unit.by ?? "machine" };
  const machine = !read && (state === "initial" || (segment.attr("subState")?.value ?? "").startsWith("atlas:"));
  return { home, record, field, text, of: textHash(source), state: machine ? "machine" : "reviewed" };
}
