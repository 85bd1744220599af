import { Fault } from "../../../api/fault.ts";
import { datasetOf } from "../../../api/figure/asked.ts";
import { type FigureView, figureView, groupName } from "../../../api/figure/view.ts";
import { pageOf } from "../../../api/inquiry.ts";
import { Cite } from "../../part/citation.tsx";
import { dateText, numberText } from "../../part/date.ts";
import { DateBar } from "../../part/datebar.tsx";
import { attempt } from "../../part/field.tsx";
import { Pager } from "../../part/pager.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";
import { FigureForm } from "./form.tsx";
import { lettered } from "./frame.tsx";
import { Picture } from "./picture.tsx";
import { FigureTable, seriesShown } from "./table.tsx";
import { TakeFigure } from "./take.tsx";

/** `/figures`: every data set of the record as a table and a picture, with its limits built in; the address keeps every choice. */
export const figurePage: Page = async (given) => {
  const visit = await anew(given);
  const { t } = visit;
  const { value: view, fault } = await attempt(async () => {
    const found = await figureView(visit);
    const pages = Math.max(1, Math.ceil(found.series.length / seriesShown(found)));
    if (pageOf(visit.query) > pages) throw new Fault(400, "page", t("figure.no-page", { pages }));
    return found;
  });
  const { value: dataset } = await attempt(() => datasetOf(visit));
  const extent = dataset ? await visit.reader.extent(dataset.id) : null;
  const form = <FigureForm view={view} extent={extent} fault={fault} visit={visit} />;
  if (!view)
    return {
      title: t("figure.title"),
      method: "rates",
      description: t("figure.description"),
      status: 400,
      index: false,
      wide: true,
      body: (
        <>
          <h1>{t("figure.title")}</h1>
          <p class="lead">{t("figure.refused")}</p>
          {form}
        </>
      ),
    };
  const page = pageOf(visit.query);
  const drawn = Picture({ view, visit });
  return {
    title: view.title,
    description: `${view.subtitle}${punctuation(visit.locale).full}${view.caveats[0]?.text ?? ""}`.slice(0, 300),
    crumbs: [{ href: visit.link("/data"), label: t("data.title") }],
    data: "/figures",
    method: "rates",
    keep: view.keep,
    take: <TakeFigure view={view} drawn={drawn !== null} visit={visit} />,
    wide: true,
    index: Object.keys(view.keep).length === 0,
    body: <Body view={view} page={page} form={form} drawn={drawn} visit={visit} />,
  };
};

/** Choices that mean something in one data set only. */
const OWN = ["measure", "platform", "category", "every", "from", "to", "base", "scale", "picture", "status", "page"] as const;

/** Whoever chooses another data set in the form begins anew there: the choices of the one before (`of`) are left out. */
async function anew(visit: Visit): Promise<Visit> {
  const of = visit.query.get("of") ?? "";
  if (of === "" || of === visit.query.get("dataset")) return visit;
  const query = new URLSearchParams(visit.query);
  for (const name of OWN) query.delete(name);
  const id = query.get("dataset") ?? "";
  const placed = visit.catalogue.datasets.has(id) && (await visit.reader.extent(id)).jurisdictions.length > 0;
  if (!placed) for (const name of ["place", "group", "members"]) query.delete(name);
  return { ...visit, query };
}

function Body({ view, page, form, drawn, visit }: { view: FigureView; page: number; form: unknown; drawn: unknown; visit: Visit }) {
  const { t } = visit;
  const pages = Math.ceil(view.series.length / seriesShown(view));
  return (
    <>
      <h1>{view.title}</h1>
      <p class="lead">
        {view.unit} · <a href={visit.link(`/data/${view.dataset.id}`)}>{view.datasetTitle}</a> ·{" "}
        {t("figure.as-of", { date: dateText(view.asOf, visit.locale) })}
        <Cite citations={view.citations} visit={visit} />
      </p>
      {visit.known !== "" && <DateBar visit={visit} />}
      {form}
      {view.warnings.length > 0 && (
        <ul class="break">
          {view.warnings.map((one) => (
            <li>{one.text}</li>
          ))}
        </ul>
      )}
      {view.rows.length === 0 ? <p>{t("figure.nothing")}</p> : <FigureTable view={view} page={page} visit={visit} />}
      {pages > 1 && (
        <Pager page={page} pages={pages} to={(to) => `${visit.link("/figures", { ...view.keep, page: to > 1 ? String(to) : "" })}#table`} visit={visit} />
      )}
      <p class="meta">{t("figure.legend")}</p>
      {drawn && (
        <figure class="drawn">
          {view.asked.picture === "map" ? drawn : <atlas-readout data-hint={t("figure.keys")}>{drawn}</atlas-readout>}
          <figcaption>{t("figure.signs")}</figcaption>
        </figure>
      )}
      <Rivals view={view} visit={visit} />
      <Limits view={view} visit={visit} />
    </>
  );
}

/** What another source says, beside what this one says, with the reason for the difference. */
function Rivals({ view, visit }: { view: FigureView; visit: Visit }) {
  const { t, locale, catalogue } = visit;
  const [first] = view.rivals;
  if (!first) return <></>;
  const title = (id: string): string => visit.say("dataset", id, "title", catalogue.datasets.get(id)?.title ?? id).text;
  return (
    <section aria-labelledby="rivals">
      <h2 id="rivals">{t("figure.rivals")}</h2>
      <p>{first.reason}</p>
      <table class="data">
        <caption>{t("figure.rivals-caption", { year: first.period })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figure.series")}</th>
            <th scope="col" class="num">
              {title(first.dataset)}
            </th>
            <th scope="col" class="num">
              {title(first.rival.dataset)}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.rivals.slice(0, seriesShown(view)).map((one) => (
            <tr>
              <th scope="row">{one.group ? groupName(visit, one.group) : visit.name(one.jurisdiction)}</th>
              <td class="num" data-head={title(one.dataset)}>
                {numberText(one.value, locale)}
              </td>
              <td class="num" data-head={title(one.rival.dataset)}>
                ≈ {numberText(one.rival.value, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Definition, breaks and caveats: all of them, never folded away. */
function Limits({ view, visit }: { view: FigureView; visit: Visit }) {
  const { t } = visit;
  const letters = new Map(lettered(view).map((one) => [one.id, one.letter]));
  return (
    <>
      {view.measures.some((one) => one.definition) && (
        <section aria-labelledby="definitions">
          <h2 id="definitions">{t("figure.definitions")}</h2>
          <dl class="facts">
            {view.measures.map((one) => (
              <>
                <dt>{one.label}</dt>
                <dd>{one.definition || t("data.no-definition")}</dd>
              </>
            ))}
          </dl>
        </section>
      )}
      {view.breaks.length > 0 && (
        <section aria-labelledby="breaks">
          <h2 id="breaks">{t("data.breaks")}</h2>
          <dl class="facts">
            {view.breaks.map((one) => (
              <>
                <dt>
                  {letters.get(one.id) ?? ""} <Time date={one.from} visit={visit} /> {one.forbids && <strong>{t("figure.no-comparison")}</strong>}
                </dt>
                <dd>
                  {one.what} {one.effect}
                </dd>
              </>
            ))}
          </dl>
        </section>
      )}
      <section aria-labelledby="caveats">
        <h2 id="caveats">{t("data.caveats")}</h2>
        <ul class="caveats">
          {view.caveats.map((one) => (
            <li lang={one.lang === visit.locale ? undefined : one.lang}>{one.text}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
