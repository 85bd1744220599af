import { type FigureView, figureView } from "../../../api/figure/view.ts";
import { PainterProblem, paint } from "../../painter.ts";
import { attempt } from "../../part/field.tsx";
import { escapeText, render } from "../../render.ts";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { citationForms, fileName, frozenLink } from "./cite.ts";
import type { Alone } from "./frame.tsx";
import { Picture } from "./picture.tsx";

/** The licence of what we add; the figures keep the terms of their publishers. */
const LICENCE = "https://creativecommons.org/licenses/by/4.0/";

/** `/figures.svg`: the picture of the view as a file that stands alone. */
export const figureSvg: Page = async (visit) => {
  const drawn = await drawing(visit);
  if (drawn.leaf) return drawn.leaf;
  return {
    title: drawn.view.title,
    description: "",
    body: "",
    shown: "picture",
    file: { type: "image/svg+xml; charset=utf-8", name: `${fileName(drawn.view, visit)}.svg`, body: new TextEncoder().encode(drawn.svg) },
  };
};

/** `/figures.png`: the same in dots. */
export const figurePng: Page = async (visit) => {
  const drawn = await drawing(visit);
  if (drawn.leaf) return drawn.leaf;
  try {
    const body = await paint(drawn.svg, { description: citationForms(drawn.view, visit).text, rights: rightsOf(drawn.view, visit) });
    return {
      title: drawn.view.title,
      description: "",
      body: "",
      shown: "picture",
      file: { type: "image/png", name: `${fileName(drawn.view, visit)}.png`, body },
    };
  } catch (error) {
    if (!(error instanceof PainterProblem)) throw error;
    return instead(visit, drawn.view, error.sort === "fonts" ? 501 : 503, visit.t(`figure.png-${error.sort}`));
  }
};

type Drawn = { readonly leaf: Leaf } | { readonly leaf: null; readonly view: FigureView; readonly svg: string };

/** The text of the picture, or the page that says why there is none. */
async function drawing(visit: Visit): Promise<Drawn> {
  const { value: view, fault } = await attempt(() => figureView(visit));
  if (!view) return { leaf: instead(visit, null, 400, fault.message) };
  const address = `${visit.origin}${frozenLink("/figures", view, visit)}`;
  const alone: Alone = { address, metadata: metadataOf(view, visit, address) };
  const picture = Picture({ view, visit, alone });
  if (!picture) return { leaf: instead(visit, view, 404, visit.t("figure.no-picture")) };
  return { leaf: null, view, svg: `<?xml version="1.0" encoding="UTF-8"?>\n${render(() => picture, {})}\n` };
}

/** A page in place of a picture: why there is none, and where the figures stand. */
function instead(visit: Visit, view: FigureView | null, status: 400 | 404 | 501 | 503, reason: string): Leaf {
  const { t } = visit;
  const choices = view?.keep ?? Object.fromEntries([...visit.query].filter(([name]) => name !== "at" && name !== "known"));
  return {
    title: t("figure.no-file"),
    description: reason,
    crumbs: [{ href: visit.link("/figures"), label: t("figure.title") }],
    status,
    index: false,
    body: (
      <>
        <h1>{t("figure.no-file")}</h1>
        <p class="lead">{reason}</p>
        <p>
          <a href={visit.link("/figures", choices)}>{t("figure.full-view")}</a>
        </p>
      </>
    ),
  };
}

function rightsOf(view: FigureView, visit: Visit): string {
  return `${visit.t("figure.licence")} ${view.publisher}: ${view.terms}`;
}

/** What must travel with the picture and has no room in it: licence, sources with their addresses, all caveats in full. */
function metadataOf(view: FigureView, visit: Visit, address: string): string {
  const { sources } = visit.catalogue;
  const cited = view.citations.flatMap((one) => sources.get(one.source) ?? []);
  const element = (name: string, texts: readonly string[]): string => texts.map((text) => `<dc:${name}>${escapeText(text)}</dc:${name}>`).join("");
  return [
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#"><cc:Work rdf:about="${escapeText(address)}">`,
    element("title", [view.title]),
    element("description", [
      `${visit.t("figure.unit")} ${view.unit}. ${view.definition ? `${visit.t("figure.definition")} ${view.definition}` : ""}`.trim(),
      ...view.warnings.map((one) => one.text),
      ...view.breaks.map((one) => `${one.from}: ${one.what} ${one.effect}`),
      ...view.caveats.map((one) => one.text),
    ]),
    element("creator", [view.publisher]),
    element("publisher", [visit.t("frame.site")]),
    element("source", [...new Set(cited.map((one) => `${one.title}, ${one.url}`))]),
    element("date", [view.asOf]),
    element("rights", [rightsOf(view, visit)]),
    element("identifier", [address]),
    element("language", [visit.locale]),
    element("format", ["image/svg+xml"]),
    `<cc:license rdf:resource="${LICENCE}"/></cc:Work></rdf:RDF>`,
  ].join("");
}
