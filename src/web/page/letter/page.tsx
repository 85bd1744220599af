import { briefPlaces } from "../../../api/brief/asked.ts";
import type { Fault } from "../../../api/fault.ts";
import { listed } from "../../../api/inquiry.ts";
import { type LetterView, letterView } from "../../../api/letter/view.ts";
import { attempt, FieldError, invalid } from "../../part/field.tsx";
import { kept, PlaceOptions } from "../../part/filter.tsx";
import { Say } from "../../part/said.tsx";
import type { Page, Visit } from "../../visit.ts";

const PATH = "/letters";
const FIELDS = ["place", "position", "campaign"] as const;

/** `/letters`: a letter to decision makers, made from the record; to copy, to print, or to open in a mail program. */
export const letterPage: Page = async (visit) => {
  const { t } = visit;
  const keep = { ...kept(visit, FIELDS), ask: listed(visit.query, "ask").join(",") };
  const { value: letter, fault } = await attempt(() =>
    letterView(visit, `${visit.origin}${visit.link(PATH, keep)}`, `${visit.origin}${visit.link("/positions/")}`),
  );
  return {
    title: letter ? letter.subject : t("letter.title"),
    description: t("letter.description"),
    crumbs: letter ? [{ href: visit.link(PATH), label: t("letter.title") }] : [],
    data: fault ? undefined : PATH,
    keep,
    index: !letter && !fault,
    ...(fault ? { status: 400 } : {}),
    ...(letter ? { place: letter.asked.place } : {}),
    body: (
      <>
        <h1>{t("letter.title")}</h1>
        <p class="lead">{t("letter.lead")}</p>
        <LetterForm letter={letter} fault={fault} visit={visit} />
        {letter && <Letter letter={letter} visit={visit} />}
      </>
    ),
  };
};

function LetterForm({ letter, fault, visit }: { letter: LetterView | null; fault: Fault | null; visit: Visit }) {
  const { t, catalogue, query } = visit;
  const campaign = catalogue.campaigns.get(query.get("campaign") ?? "");
  const position = query.get("position") ?? "";
  const chosen = new Set(letter?.asks.map((one) => one.ask.id));
  return (
    <form class="ask-brief" action={visit.link(PATH, { at: "", known: "" })} method="get">
      <p>
        <label for="f-place">{t("letter.place")}</label>
        <select id="f-place" name="place" required {...invalid(fault, "place")}>
          <option value="">{t("letter.choose")}</option>
          <PlaceOptions codes={briefPlaces(catalogue)} chosen={query.get("place") ?? ""} visit={visit} />
        </select>
        <FieldError fault={fault} field="place" words={t("letter.wrong-place")} visit={visit} />
      </p>
      <p>
        <label for="f-position">{t("letter.position")}</label>
        <select id="f-position" name="position" required {...invalid(fault, "position")}>
          <option value="">{t("letter.choose")}</option>
          {[...catalogue.positions.values()].map((one) => (
            <option value={one.id} selected={one.id === position}>
              {visit.say("position", one.id, "title", one.title).text}
            </option>
          ))}
        </select>
        <FieldError fault={fault} field="position" words={t("letter.wrong-position")} visit={visit} />
      </p>
      {(letter || fault?.field === "ask") && (
        <fieldset {...invalid(fault, "ask")}>
          <legend>{t("letter.asks")}</legend>
          <FieldError fault={fault} field="ask" words={t("letter.wrong-ask")} visit={visit} />
          <ul class="ticks long">
            {letter?.brief.asks.map(({ ask, alignment }) => (
              <li>
                <label>
                  <input type="checkbox" name="ask" value={ask.id} checked={chosen.has(ask.id)} />{" "}
                  <Say said={visit.say("question", ask.id, "wording", ask.wording)} visit={visit} /> <b>({t(`position.alignment-${alignment}`)})</b>
                </label>
              </li>
            ))}
          </ul>
          <p class="meta">{t("letter.asks-note")}</p>
        </fieldset>
      )}
      {campaign && <input type="hidden" name="campaign" value={campaign.id} />}
      <p class="act">
        <button type="submit">{t("letter.make")}</button>
      </p>
    </form>
  );
}

function Letter({ letter, visit }: { letter: LetterView; visit: Visit }) {
  const { t } = visit;
  const { campaign } = letter.asked;
  const appeal = campaign?.appeal;
  return (
    <>
      <h2 id="use">{t("letter.use")}</h2>
      {letter.asks.length === 0 && <p class="doubt">{t("letter.no-asks")}</p>}
      {appeal && (
        <>
          <p>{t("letter.recipients")}</p>
          <ul>
            {appeal.addressees.map((one) => (
              <li>
                <bdi>{one.role ? `${one.name}, ${one.role}` : one.name}</bdi> ({visit.name(one.jurisdiction)})
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {t("letter.both")}{" "}
        <a href={`${visit.link(`/positions/${letter.position.id}`)}#arguments`}>
          <Say said={visit.say("position", letter.position.id, "title", letter.position.title)} visit={visit} />
        </a>
      </p>
      <p class="take">
        <a href={letter.mail} rel="nofollow">
          {t("letter.mail")}
        </a>{" "}
        · {t("letter.copy-note")}
        {letter.cut && <> {t("letter.mail-cut")}</>}
      </p>
      <section class="letter" aria-labelledby="letter">
        <h2 id="letter">{t("letter.letter")}</h2>
        <p>
          <strong>{t("letter.subject-label")}</strong> {letter.subject}
        </p>
        {letter.paragraphs.map((lines) => (
          <p>
            {lines.map((line, index) => (
              <>
                {index > 0 && <br />}
                {line}
              </>
            ))}
          </p>
        ))}
      </section>
    </>
  );
}
