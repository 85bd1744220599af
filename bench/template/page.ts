import { type JurisdictionView, jurisdictionView } from "../../src/api/jurisdiction/view.ts";
import { stepsAround } from "../../src/api/step.ts";
import { dateText } from "../../src/web/part/date.ts";
import type { Visit } from "../../src/web/visit.ts";
import { positions, reached, topics } from "./answers.ts";
import { figures } from "./figures.ts";
import { cite, flags, frame, say, time } from "./frame.ts";
import { each, esc } from "./html.ts";
import { duties, instruments, reachDuties, treaties } from "./law.ts";

/** Updates that are shown; the rest is one link away. */
const SHOWN = 8;

/** The jurisdiction's page of today in English, as strings put together by hand; null when the record has no such place. */
export async function jurisdictionHtml(visit: Visit): Promise<string | null> {
  const view = await jurisdictionView(visit, visit.params.code ?? "");
  if (!view) return null;
  const { t } = visit;
  const { id, parent, kind } = view.jurisdiction;
  const name = visit.name(id);
  const place = kind === "state" || kind === "territory" || kind === "subdivision";
  return frame(
    {
      title: t("jurisdiction.title", { name }),
      description: t("jurisdiction.description", { name, codebook: view.counts.codebook, instruments: view.instruments.length }),
      crumbs: [
        { href: visit.link("/jurisdictions"), label: t("frame.nav-jurisdictions") },
        ...(parent ? [{ href: visit.link(`/jurisdictions/${parent}`), label: visit.name(parent) }] : []),
      ],
      data: `/jurisdictions/${id}`,
      place: id,
      keep: {},
      jsonLd: {
        "@context": "https://schema.org",
        "@type": "WebPage",
        name: t("jurisdiction.title", { name }),
        inLanguage: visit.locale,
        url: `${visit.origin}${visit.link(`/jurisdictions/${id}`)}`,
        about: { "@type": place ? "AdministrativeArea" : "Organization", name, identifier: id },
        dateModified: visit.catalogue.date || undefined,
      },
      body: body(view, visit, name),
    },
    visit,
  );
}

function body(view: JurisdictionView, visit: Visit, name: string): string {
  const { t } = visit;
  const shown = view.figures.datasets.length > 0;
  const owed = view.obligations.length + view.reachObligations.length > 0;
  const law = view.jurisdiction.kind !== "statistical";
  const contents: Array<[string, boolean]> = [
    ["law", law],
    ["asks", law],
    ["instruments", view.instruments.length > 0],
    ["duties", owed],
    ["treaties", law],
    ["figures", shown],
    ["updates", view.updates.length > 0],
    ["help", law],
  ];
  const section = (id: string, inside: string): string =>
    `<section aria-labelledby="${id}"><h2 id="${id}">${esc(t(`jurisdiction.${id}`))}</h2>${inside}</section>`;
  let html = `<h1>${esc(name)}</h1>${head(view, visit)}${law ? dateBar(view, visit) : ""}`;
  html += `<nav class="contents" aria-label="${esc(t("jurisdiction.contents"))}"><ul>${each(contents, ([id, there]) => (there ? `<li><a href="#${id}">${esc(t(`jurisdiction.${id}`))}</a></li>` : ""))}${law ? `<li><a href="${visit.link(`/jurisdictions/${view.jurisdiction.id}/timeline`)}">${esc(t("timeline.link"))}</a></li>` : ""}</ul></nav>`;
  if (law)
    html += `<p><a href="${visit.link("/compare", { with: view.jurisdiction.id })}">${esc(t("compare.start", { name }))}</a></p>${topics(view, visit)}${positions(view, visit)}`;
  html += each(view.reach, (one) => reached(one, visit));
  if (view.instruments.length > 0) html += section("instruments", instruments(view, visit));
  if (owed)
    html += section(
      "duties",
      `${view.obligations.length > 0 ? duties(view.obligations, t("jurisdiction.duties-caption"), visit) : ""}${reachDuties(view, visit)}<p><a href="${visit.link("/duties", { place: view.jurisdiction.id })}">${esc(t("obligation.finder"))}</a></p>`,
    );
  if (law) html += treaties(view, visit);
  if (shown) html += section("figures", figures(view.figures, visit));
  if (view.updates.length > 0) html += section("updates", updates(view, visit));
  if (law) html += section("help", help(view, visit, name));
  return html;
}

function dateBar(view: JurisdictionView, visit: Visit): string {
  const { before, after } = stepsAround(
    [...view.topics, ...view.positions].flatMap((one) => one.answered.map((row) => row.answer)),
    visit.at,
  );
  const { t } = visit;
  const step = (day: string, rel: "prev" | "next"): string => {
    const words = esc(t(rel === "prev" ? "question.change-before" : "question.change-after", { day: dateText(day, visit.locale) }));
    return `<li><a href="${visit.link(visit.path, { at: day })}" rel="${rel}">${rel === "prev" ? `← ${words}` : `${words} →`}</a></li>`;
  };
  return `<details class="other-day"><summary>${esc(t("question.other-day"))}</summary>${before || after ? `<ul class="inline">${before ? step(before, "prev") : ""}${after ? step(after, "next") : ""}</ul>` : ""}<form class="day" action="${visit.link(visit.path)}"><label for="at">${esc(t("question.day"))}</label><input id="at" name="at" type="date" value="${visit.at}" required=""/><label for="known">${esc(t("question.known"))}</label><input id="known" name="known" type="date" value=""/><button type="submit">${esc(t("frame.filter"))}</button></form></details>`;
}

function head(view: JurisdictionView, visit: Visit): string {
  const { t, catalogue } = visit;
  const { jurisdiction, counts } = view;
  const { id, region, parent, status } = jurisdiction;
  const groups = catalogue.groupsOf(id, visit.at);
  const codebook = [...catalogue.codebook.values()].reduce((sum, one) => sum + one.length, 0);
  let meta = esc(t(`jurisdiction.kind-${jurisdiction.kind}`));
  if (region) meta += ` · <a href="${esc(visit.link("/jurisdictions", { region }))}">${esc(visit.name(region))}</a>`;
  if (parent) meta += ` · ${esc(t("jurisdiction.part-of"))} <a href="${visit.link(`/jurisdictions/${parent}`)}">${esc(visit.name(parent))}</a>`;
  meta += each(groups, (group) => {
    const found = catalogue.groups.get(group);
    return ` · <a href="${esc(visit.link("/jurisdictions", { group }))}">${found ? say(visit.say("group", group, "name", found.name), visit) : esc(group)}</a>`;
  });
  const parts =
    view.parts.length > 0
      ? `<p>${esc(t("jurisdiction.parts"))} ${each(view.parts, (code, index) => `${index > 0 ? ", " : ""}<a href="${visit.link(`/jurisdictions/${code}`)}">${esc(visit.name(code))}</a>`)}</p>`
      : "";
  return `<p class="lead">${esc(t("jurisdiction.summary", { codebook: counts.codebook, all: codebook, ask: counts.ask, instruments: view.instruments.length }))}</p><p class="meta">${meta} · <span class="flag">${esc(t("answer.unreviewed"))}</span></p>${status ? `<p class="doubt">${say(visit.say("jurisdiction", id, "status", status), visit)}</p>` : ""}${parts}`;
}

function updates(view: JurisdictionView, visit: Visit): string {
  const all =
    view.updates.length > SHOWN
      ? `<p><a href="${esc(visit.link("/updates", { place: view.jurisdiction.id }))}">${esc(visit.t("jurisdiction.all-updates", { count: view.updates.length }))}</a></p>`
      : "";
  return `<ul class="plain laws">${each(view.updates.slice(0, SHOWN), (one) => `<li><a href="${visit.link(`/updates/${one.id}`)}">${say(visit.say("update", one.id, "title", one.title), visit)}</a><br/><span class="meta">${time(one.date, visit)} · ${esc(visit.t(`update.kind-${one.kind}`))}${flags(one.flags, visit)}</span></li>`)}</ul>${all}`;
}

function help(view: JurisdictionView, visit: Visit, name: string): string {
  const { t } = visit;
  const none = view.services.length === 0 ? `<p>${esc(t("jurisdiction.no-help", { name }))}</p>` : "";
  const list = each(view.services, (one) => {
    const who = one.url ? `<a href="${esc(one.url)}" rel="noreferrer">${esc(one.organisation)}</a>` : esc(one.organisation);
    const phone = one.phone ? ` <a href="tel:${esc(one.phone.replace(/[^+\d]/g, ""))}">${esc(one.phone)}</a>` : "";
    const source = cite([{ source: one.source, read: one.read, instrument: "", provision: "", note: "" }], visit);
    return `<li>${who}${phone}${source}<br/><span class="meta">${esc(t(`service.kind-${one.kind}`))} · ${esc(t(one.confirmed ? "jurisdiction.confirmed" : "jurisdiction.unconfirmed"))} ${time(one.confirmed || one.read, visit)}</span></li>`;
  });
  return `${none}<ul class="plain laws">${list}</ul><p><a href="${esc(visit.link("/services", { place: view.jurisdiction.id }))}">${esc(t("jurisdiction.more-help"))}</a></p>`;
}
