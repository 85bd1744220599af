import { bibtexOf, type CitedFigure, citationText, cslOf } from "../../../api/figure/citation.ts";
import { type FigureView, figureView } from "../../../api/figure/view.ts";
import { dateText } from "../../part/date.ts";
import { punctuation } from "../../part/punctuation.ts";
import type { Page, Visit } from "../../visit.ts";

/** An address that keeps giving the same view: with the day of the view and the revision of the record. */
export function frozenLink(path: string, view: FigureView, visit: Visit): string {
  return visit.link(path, { ...view.keep, at: visit.at, known: String(visit.revision.id) });
}

/** The name of a file that holds a view, without its ending. */
export function fileName(view: FigureView, visit: Visit): string {
  return `safeguard-atlas-${view.dataset.id}-${visit.at}-r${visit.revision.id}`;
}

/** What a citation of a view says, in the reader's language. */
function citedFigure(view: FigureView, visit: Visit): CitedFigure {
  const { t, locale } = visit;
  const { open, close, colon } = punctuation(locale);
  return {
    id: fileName(view, visit),
    title: view.title,
    dataset: view.datasetTitle,
    publisher: view.publisher,
    site: t("frame.site"),
    asOf: view.asOf,
    revision: visit.revision.id,
    accessed: visit.today,
    url: `${visit.origin}${frozenLink("/figures", view, visit)}`,
    language: locale,
    caveats: view.caveats.map((one) => one.text),
    words: {
      asOf: t("figure.as-of", { date: dateText(view.asOf, locale) }),
      revision: t("figure.revision", { id: visit.revision.id }),
      accessed: t("figure.accessed", { date: dateText(visit.today, locale) }),
      notMeant: t("figure.not-meant"),
      open,
      close,
      colon,
    },
  };
}

/** The citation of a view in the three forms. */
export function citationForms(view: FigureView, visit: Visit): { readonly text: string; readonly bibtex: string; readonly csl: string } {
  const cited = citedFigure(view, visit);
  return { text: citationText(cited), bibtex: bibtexOf(cited), csl: `${JSON.stringify(cslOf(cited), null, 1)}\n` };
}

/** A page that is a citation file. */
function citationFile(ending: string, type: string, form: "bibtex" | "csl"): Page {
  return async (visit) => {
    const view = await figureView(visit);
    const name = `${fileName(view, visit)}.${ending}`;
    return { title: name, description: "", body: "", file: { type, name, body: new TextEncoder().encode(citationForms(view, visit)[form]) } };
  };
}

/** `/figures.bib`: the citation of the view for BibTeX. */
export const figureBibtex = citationFile("bib", "text/x-bibtex; charset=utf-8", "bibtex");
/** `/figures.csl.json`: the same as CSL-JSON. */
export const figureCsl = citationFile("csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8", "csl");
