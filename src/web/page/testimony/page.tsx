import { type TestimonyView, testimonyView } from "../../../api/testimony/view.ts";
import type { Statement, Testimony } from "../../../domain/testimony.ts";
import type { Said } from "../../../store/catalogue.ts";
import { Cite } from "../../part/citation.tsx";
import { InstrumentLink, PlaceLinks, QuestionLink, TopicLinks } from "../../part/place.tsx";
import { Doubt, ReviewLine } from "../../part/review.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";
import { PositionLinks } from "../position/links.tsx";
import { UpdateLinks } from "../update/links.tsx";
import { TestimonyLinks } from "./links.tsx";

/** `/testimony/{id}`: one document: who said it to whom, when, on whose invitation, and what it says, statement by statement. */
export const testimonyPage: Page = async (visit) => {
  const view = testimonyView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t } = visit;
  const { testimony } = view;
  const title = visit.say("testimony", testimony.id, "title", testimony.title);
  const summary = visit.say("testimony", testimony.id, "summary", testimony.summary);
  const positions = testimony.positions.flatMap((one) => visit.catalogue.positions.get(one) ?? []);
  return {
    title: title.text,
    description: summary.text,
    crumbs: [
      { href: visit.link("/testimony"), label: t("testimony.title") },
      { href: visit.link("/testimony", { kind: testimony.kind }), label: t(`testimony.kind-${testimony.kind}`) },
    ],
    data: `/testimony/${testimony.id}`,
    record: { kind: "testimony", id: testimony.id },
    place: testimony.jurisdictions.length === 1 ? testimony.jurisdictions[0] : undefined,
    body: (
      <>
        <p class="meta">
          <Time date={testimony.date} visit={visit} /> · {t(`testimony.kind-${testimony.kind}`)}
        </p>
        <h1>
          <Say said={title} visit={visit} />
        </h1>
        <p class="lead">
          <Say said={summary} visit={visit} />
          <Cite citations={testimony.citations} visit={visit} />
        </p>
        <ReviewLine of={testimony} visit={visit} />
        <Doubt kind="testimony" id={testimony.id} doubt={testimony.doubt} visit={visit} />
        <Facts testimony={testimony} visit={visit} />
        <h2>{t("testimony.statements")}</h2>
        {testimony.statements.length === 0 ? <p class="quiet">{t("testimony.statements-none")}</p> : <Statements testimony={testimony} visit={visit} />}
        <Around view={view} visit={visit} />
        {positions.length > 0 && (
          <>
            <h2>{t("testimony.positions")}</h2>
            <PositionLinks positions={positions} visit={visit} />
          </>
        )}
      </>
    ),
  };
};

function Facts({ testimony, visit }: { testimony: Testimony; visit: Visit }) {
  const { t } = visit;
  const said = (field: "occasion" | "invitation") => <Say said={visit.say("testimony", testimony.id, field, testimony[field])} visit={visit} />;
  return (
    <dl class="facts">
      <dt>{t("testimony.speakers")}</dt>
      {testimony.speakers.map((speaker) => (
        <dd>
          <Say said={inEnglish([speaker.name, speaker.role, speaker.organisation].filter(Boolean).join(", "))} visit={visit} />
        </dd>
      ))}
      {testimony.body && (
        <>
          <dt>{t("testimony.to")}</dt>
          <dd>
            <Say said={inEnglish(testimony.body)} visit={visit} />
          </dd>
        </>
      )}
      {testimony.occasion && (
        <>
          <dt>{t("testimony.occasion")}</dt>
          <dd>{said("occasion")}</dd>
        </>
      )}
      {testimony.kind !== "guidance" && (
        <>
          <dt>{t("testimony.invitation")}</dt>
          <dd>{testimony.invitation ? said("invitation") : <span class="quiet">{t("testimony.invitation-none")}</span>}</dd>
        </>
      )}
      <dt>{t("testimony.documents")}</dt>
      {testimony.documents.map((document) => {
        const source = visit.catalogue.sources.get(document.source);
        return (
          <dd>
            <a href={source?.url} rel="noreferrer" hreflang={source?.language || undefined}>
              <Say said={inEnglish(document.label)} visit={visit} />
            </a>
          </dd>
        );
      })}
      <dt>{t("update.where")}</dt>
      <dd>
        <PlaceLinks codes={testimony.jurisdictions} visit={visit} />
      </dd>
      <dt>{t("update.topics")}</dt>
      <dd>
        <TopicLinks ids={testimony.topics} visit={visit} />
      </dd>
      {testimony.instruments.length > 0 && (
        <>
          <dt>{t("update.instruments")}</dt>
          {testimony.instruments.map((id) => (
            <dd>
              <InstrumentLink id={id} visit={visit} />
            </dd>
          ))}
        </>
      )}
    </dl>
  );
}

function Statements({ testimony, visit }: { testimony: Testimony; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <p>{t("testimony.statements-lead")}</p>
      <DataTable
        caption={t("testimony.statements-table")}
        rows={testimony.statements}
        columns={[
          {
            head: t("testimony.statement"),
            cell: (one) => <Say said={visit.say("testimony", testimony.id, `statements.${one.id}.text`, one.text)} visit={visit} />,
          },
          // Places name headings of the document; they are not translated.
          { head: t("testimony.stands"), cell: (one) => <Say said={inEnglish(one.place)} visit={visit} /> },
          { head: t("update.topic"), cell: (one) => <TopicLinks ids={[one.topic]} visit={visit} /> },
          { head: t("testimony.bears"), cell: (one) => <Bears on={one} visit={visit} /> },
        ]}
      />
    </>
  );
}

/** What a statement bears on: questions of the codebook, disputed claims, data sets that hold its figures. */
function Bears({ on, visit }: { on: Statement; visit: Visit }) {
  const { catalogue } = visit;
  const links = [
    ...on.questions.flatMap((id) => {
      const question = catalogue.questions.get(id);
      return question ? [<QuestionLink question={question} visit={visit} />] : [];
    }),
    ...on.claims.flatMap((id) => {
      const claim = catalogue.claims.get(id);
      return claim ? [<RecordLink href={`/claims/${id}`} said={visit.say("claim", id, "statement", claim.statement)} visit={visit} />] : [];
    }),
    ...on.datasets.flatMap((id) => {
      const dataset = catalogue.datasets.get(id);
      return dataset ? [<RecordLink href={`/data/${id}`} said={visit.say("dataset", id, "title", dataset.title)} visit={visit} />] : [];
    }),
  ];
  if (links.length === 0) return <span class="quiet">–</span>;
  return (
    <ul class="plain">
      {links.map((link) => (
        <li>{link}</li>
      ))}
    </ul>
  );
}

/** Words of the record that are not translated. */
function inEnglish(text: string): Said {
  return { text, lang: "en", state: "source" };
}

function RecordLink({ href, said, visit }: { href: string; said: Said; visit: Visit }) {
  return (
    <a href={visit.link(href)}>
      <Say said={said} visit={visit} />
    </a>
  );
}

function Around({ view, visit }: { view: TestimonyView; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      {view.beside.length > 0 && (
        <>
          <h2>{t("testimony.beside")}</h2>
          <TestimonyLinks testimonies={view.beside} visit={visit} />
        </>
      )}
      {view.updates.length > 0 && (
        <>
          <h2>{t("testimony.updates")}</h2>
          <UpdateLinks updates={view.updates} visit={visit} />
        </>
      )}
    </>
  );
}
