// The product's own components, compiled for React: what Next.js renders is the same tree, element for element.
import type { Citation } from "../../src/domain/source.ts";
import { readAssets } from "../../src/web/built.ts";
import { jurisdictionPage } from "../../src/web/page/jurisdiction/page.tsx";
import { Layout } from "../../src/web/part/layout.tsx";
import type { Visit } from "../../src/web/visit.ts";
import { type VisitOf, visits } from "../source.ts";

/** Footnotes and their numbers. React may render parts of a page out of order, so they are worked out before. */
interface Notes {
  readonly list: readonly Citation[];
  readonly numbers: ReadonlyMap<string, number>;
}

let source: Promise<VisitOf> | null = null;
const known = new Map<string, Notes>();

/** The page of a jurisdiction as a tree of components; null when the record has no such place. */
export async function jurisdictionTree(code: string, origin: string): Promise<unknown> {
  source ??= readAssets(process.env["BENCH_DIST"] ?? "").then((assets) => visits(process.env["BENCH_DATABASE"] ?? "", assets));
  const visit = await (await source)(code, origin);
  let notes = known.get(code);
  if (!notes) {
    notes = await notesOf(await (await source)(code, origin));
    known.set(code, notes);
  }
  const { list, numbers } = notes;
  const own: Visit = { ...visit, notes: list, cite: (citation) => numbers.get(keyOf(citation)) ?? 0 };
  const leaf = await jurisdictionPage(own);
  return leaf && <Layout leaf={leaf} visit={own} />;
}

function keyOf(citation: Citation): string {
  return `${citation.source} ${citation.provision} ${citation.instrument} ${citation.read}`;
}

/** Once a page: goes through the tree in the order of the document, as a server that renders in order would. */
async function notesOf(visit: Visit): Promise<Notes> {
  const leaf = await jurisdictionPage(visit);
  if (leaf) walk(leaf.body);
  return { list: [...visit.notes], numbers: new Map(visit.notes.map((one, index) => [keyOf(one), index + 1])) };
}

function walk(node: unknown): void {
  if (Array.isArray(node)) for (const one of node) walk(one);
  else if (node !== null && typeof node === "object" && "type" in node && "props" in node) {
    const { type, props } = node as { type: unknown; props: { children?: unknown } };
    walk(typeof type === "function" ? type(props) : props.children);
  }
}
