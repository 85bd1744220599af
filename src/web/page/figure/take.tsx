import type { FigureView } from "../../../api/figure/view.ts";
import type { Visit } from "../../visit.ts";
import { citationForms, frozenLink } from "./cite.ts";

/** Height of an embedded figure where no script sets it, in pixels: a picture, its limits are scrolled to. */
const HEIGHT = 640;

/** The forms in which the API gives the rows of a view. */
const FORMS = [
  ["csv", "CSV"],
  ["csv-metadata.json", ""],
  ["json", "JSON"],
  ["xlsx", "XLSX"],
  ["parquet", "Parquet"],
] as const;

/** Everything of a view that readers can take along: files, the code to embed it, citations. `drawn`: whether it has a picture. */
export function TakeFigure({ view, drawn, visit }: { view: FigureView; drawn: boolean; visit: Visit }) {
  const { t } = visit;
  const cited = citationForms(view, visit);
  const query = new URLSearchParams({ ...view.keep, ...visit.time, lang: visit.locale }).toString();
  return (
    <section class="along" aria-labelledby="along">
      <h2 id="along">{t("frame.along")}</h2>
      <p>{t("figure.download")}</p>
      <ul class="inline">
        {FORMS.map(([ending, name]) => (
          <li>
            <a href={`/api/figures.${ending}?${query}`}>{name || t("figure.csv-metadata")}</a>
          </li>
        ))}
        {drawn &&
          (["svg", "png"] as const).map((ending) => (
            <li>
              <a href={visit.link(`/figures.${ending}`, view.keep)}>{t(`figure.${ending}`)}</a>
            </li>
          ))}
      </ul>
      <p class="meta">{t("figure.take-note")}</p>
      <details>
        <summary>{t("figure.embed")}</summary>
        <p>{t("figure.embed-note")}</p>
        <Code id="embed-live" label={t("figure.embed-live")} text={embedCode(visit.link("/embed/figures", { ...view.keep, known: "" }), view, visit)} />
        <Code
          id="embed-frozen"
          label={t("figure.embed-frozen", { id: visit.revision.id })}
          text={embedCode(frozenLink("/embed/figures", view, visit), view, visit)}
        />
      </details>
      <details>
        <summary>{t("figure.cite")}</summary>
        <p class="citation">{cited.text}</p>
        <p>
          <a href={visit.link("/figures.bib", view.keep)}>BibTeX</a> · <a href={visit.link("/figures.csl.json", view.keep)}>CSL-JSON</a>
        </p>
        <pre>{cited.bibtex.trimEnd()}</pre>
      </details>
    </section>
  );
}

/** Text to copy: reached by keyboard, and marked as a whole with one keystroke. */
function Code({ id, label, text }: { id: string; label: string; text: string }) {
  return (
    <p>
      <label for={id}>{label}</label>
      <textarea id={id} class="code" rows={5} readonly spellcheck={false} dir="ltr">
        {text}
      </textarea>
    </p>
  );
}

/** The code that shows a view on another page. The script only fits the height; without it the frame scrolls. */
function embedCode(path: string, view: FigureView, visit: Visit): string {
  const quoted = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${quoted(visit.origin + path)}" title="${quoted(`${view.title} (${visit.t("frame.site")})`)}" loading="lazy" style="width:100%;height:${HEIGHT}px;border:0"></iframe>\n<script src="${visit.origin}/embed.js" async></script>`;
}
