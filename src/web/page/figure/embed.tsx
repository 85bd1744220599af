import { type FigureView, figureView } from "../../../api/figure/view.ts";
import { dateText } from "../../part/date.ts";
import { attempt } from "../../part/field.tsx";
import { punctuation } from "../../part/punctuation.ts";
import type { Page, Visit } from "../../visit.ts";
import { marksOf, publishersOf } from "./frame.tsx";
import { Picture } from "./picture.tsx";
import { FigureTable } from "./table.tsx";

/** Caveats in sight; the page of another has no room for all of them, so the others unfold. The most important stand first. */
const FIRST = 3;

/** `/embed/figures`: the picture of a view, or its table, with all its limits, for the pages of others. */
export const figureEmbed: Page = async (visit) => {
  const { t } = visit;
  const { value: view, fault } = await attempt(() => figureView(visit));
  if (!view)
    return {
      title: t("figure.title"),
      description: "",
      status: 400,
      shown: "frame",
      body: (
        <>
          <h1>{t("figure.refused-short")}</h1>
          <p>{fault.message}</p>
          <p>
            <a href={visit.link("/figures")}>{t("figure.title")}</a>
          </p>
        </>
      ),
    };
  return { title: view.title, description: "", shown: "frame", body: <Embedded view={view} visit={visit} /> };
};

function Caveats({ list, visit }: { list: FigureView["caveats"]; visit: Visit }) {
  return (
    <ul class="caveats">
      {list.map((one) => (
        <li lang={one.lang === visit.locale ? undefined : one.lang}>{one.text}</li>
      ))}
    </ul>
  );
}

function Embedded({ view, visit }: { view: FigureView; visit: Visit }) {
  const { t, locale } = visit;
  const drawn = Picture({ view, visit, linked: false });
  const asOf = dateText(view.asOf, locale);
  return (
    <>
      <h1>{view.title}</h1>
      {view.warnings.length > 0 && (
        <ul class="break">
          {view.warnings.map((one) => (
            <li>{one.text}</li>
          ))}
        </ul>
      )}
      {drawn ? (
        <figure class="drawn">{view.asked.picture === "map" ? drawn : <atlas-readout data-hint={t("figure.keys")}>{drawn}</atlas-readout>}</figure>
      ) : view.rows.length === 0 ? (
        <p>{t("figure.nothing")}</p>
      ) : (
        <FigureTable view={view} page={1} visit={visit} />
      )}
      <p class="meta">
        {visit.known === "" ? t("figure.is-live", { date: asOf }) : t("figure.is-frozen", { id: visit.revision.id, date: asOf })} {t("figure.source")}{" "}
        {publishersOf(view, visit).join(punctuation(visit.locale).semicolon)}
        {punctuation(visit.locale).stop}
      </p>
      <h2>{t("data.caveats")}</h2>
      <Caveats list={view.caveats.slice(0, FIRST)} visit={visit} />
      {view.caveats.length > FIRST && (
        <details>
          <summary>{t("figure.more-limits", { count: view.caveats.length - FIRST })}</summary>
          <Caveats list={view.caveats.slice(FIRST)} visit={visit} />
        </details>
      )}
      {marksOf(visit).map((text) => (
        <p class="meta">{text}</p>
      ))}
      <p>
        <a href={visit.link("/figures", view.keep)}>{t("figure.full-view")}</a> · <a href={visit.link("")}>{t("frame.site")}</a> ·{" "}
        <a href={visit.link("/services")}>{t("frame.help")}</a>
      </p>
    </>
  );
}
