import type { Answered, JurisdictionView, Reach, Section } from "../../src/api/jurisdiction/view.ts";
import { answerWords } from "../../src/api/question/words.ts";
import { type Coding, startBasis } from "../../src/domain/coding.ts";
import type { Position } from "../../src/domain/position.ts";
import type { Question } from "../../src/domain/question.ts";
import type { Topic } from "../../src/domain/topic.ts";
import type { Answer } from "../../src/store/reader.ts";
import { withoutPlace } from "../../src/web/part/citation.tsx";
import { dateText } from "../../src/web/part/date.ts";
import type { Visit } from "../../src/web/visit.ts";
import { cite, flags, say, time } from "./frame.ts";
import { each, esc } from "./html.ts";

const SIGNS: Readonly<Record<string, string>> = { yes: "●", partial: "◐", no: "○", unclear: "?", "not-applicable": "–", "not-known": "…" };

export function chip(answer: Answer, question: Question, visit: Visit): string {
  if (!answer.coding) return `<span class="chip s-not-known"><i aria-hidden="true">…</i>${esc(visit.t("answer.not-known"))}</span>`;
  const { words, lang, state } = answerWords(visit, question, answer.coding.answer);
  const sign = SIGNS[state];
  return `<span class="chip s-${state}"${lang === visit.locale ? "" : ` lang="${lang}"`}>${sign ? `<i aria-hidden="true">${sign}</i>` : ""}${esc(words)}</span>`;
}

function wording(question: Question, visit: Visit): string {
  return say(visit.say("question", question.id, "wording", question.wording), visit);
}

export function topics(view: JurisdictionView, visit: Visit): string {
  return `<section aria-labelledby="law"><h2 id="law">${esc(visit.t("jurisdiction.law"))}</h2>${view.counts.codebook === 0 ? `<p>${esc(visit.t("jurisdiction.no-law"))}</p>` : ""}${sections("topic", view.topics, visit)}</section>`;
}

export function positions(view: JurisdictionView, visit: Visit): string {
  return `<section aria-labelledby="asks"><h2 id="asks">${esc(visit.t("jurisdiction.asks"))}</h2><p>${esc(visit.t("jurisdiction.asks-text"))} <a href="${visit.link(`/jurisdictions/${view.jurisdiction.id}/positions`)}">${esc(visit.t("position.gap-link"))}</a></p>${sections("position", view.positions, visit)}</section>`;
}

function sections(kind: "topic" | "position", all: ReadonlyArray<Section<Topic | Position>>, visit: Visit): string {
  let html = "";
  for (const one of all) {
    if (one.answered.length === 0) continue;
    html += `<h3><a href="${visit.link(`/${kind}s/${one.head.id}`)}">${say(visit.say(kind, one.head.id, "title", one.head.title), visit)}</a></h3>${each(one.answered, (each) => row(each, visit))}${kind === "topic" ? blanks(one.blanks, visit) : left(one, visit)}`;
  }
  return html + blankHeads(kind, all, visit);
}

/** Blanks of a position lead to its page. */
function left({ head, blanks: missing }: Section<Topic | Position>, visit: Visit): string {
  return missing.length > 0
    ? `<p class="blank"><a href="${visit.link(`/positions/${head.id}`)}">${esc(visit.t("jurisdiction.blanks", { count: missing.length }))}</a></p>`
    : "";
}

function since(coding: Coding, visit: Visit): string {
  const basis = startBasis(coding);
  if (basis === "start") return `${esc(visit.t("answer.since"))} ${time(coding.from, visit)}`;
  return basis === "text" ? `${esc(visit.t("answer.text-of"))} ${time(coding.current, visit)}` : esc(visit.t("answer.start-unknown"));
}

function row(one: Answered, visit: Visit): string {
  const { answer, question } = one;
  const { coding } = answer;
  const grade = coding && visit.catalogue.sources.get(coding.citations[0]?.source ?? "")?.grade;
  const meta = `${coding ? since(coding, visit) : esc(visit.t("answer.known-from", { day: answer.since }))}${grade ? ` · ${esc(visit.t(`answer.grade-${grade}`))}` : ""}`;
  return `<details class="answer" id="q-${answer.jurisdiction}-${question.id}"><summary><span class="ask">${wording(question, visit)}</span>${chip(answer, question, visit)}<span class="meta">${meta}</span></summary>${inside(one, visit)}</details>`;
}

function inside(one: Answered, visit: Visit): string {
  const { answer, question } = one;
  const { coding, next } = answer;
  const { t } = visit;
  let html = '<div class="inside">';
  if (coding)
    html += `<p>${coding.note ? say(visit.say("coding", coding.id, "note", coding.note), visit) : esc(t("answer.no-note"))}${place(coding, visit)}${cite(withoutPlace(coding.citations), visit)}</p>`;
  if (coding?.doubt)
    html += `<p class="doubt"><strong>${esc(t("answer.doubt"))}</strong> ${say(visit.say("coding", coding.id, "doubt", coding.doubt), visit)}</p>`;
  if (coding?.before) html += `<p>${esc(t("answer.before", { answer: answerWords(visit, question, coding.before).words }))}</p>`;
  if (next)
    html += `<p class="soon">${esc(t("answer.next", { answer: answerWords(visit, question, next.answer).words }))} ${time(next.from || next.current || (next.citations[0]?.read ?? ""), visit)}</p>`;
  html += each(one.readings, (reading) => readingOf(reading.question, reading.answer, visit));
  const state = coding
    ? `${esc(t("answer.last-checked"))} ${esc(dateText(coding.citations[0]?.read ?? "", visit.locale))} · <span class="flag">${esc(t(`answer.${coding.review}`))}</span>${flags(coding.flags, visit)} · `
    : "";
  return `${html}<p class="meta">${state}<a href="${visit.link(`/questions/${question.id}`)}">${esc(t("answer.all-places"))}</a>${coding && question.kind !== "treaty" ? ` · <a href="${esc(visit.link("/history", { kind: "coding", id: coding.id }))}">${esc(t("history.history"))}</a>` : ""}</p></div>`;
}

function place(coding: Coding, visit: Visit): string {
  const { provision, instrument } = coding.citations[0] ?? {};
  const law = instrument ? ` · <a class="grade" href="${visit.link(`/instruments/${instrument}`)}">${esc(visit.t("frame.law"))}</a>` : "";
  return (provision ? ` <span class="grade">· ${esc(provision)}</span>` : "") + law;
}

function readingOf(question: Question, answer: Answer, visit: Visit): string {
  const { coding } = answer;
  const note = coding?.note ? ` ${say(visit.say("coding", coding.id, "note", coding.note), visit)}` : "";
  const more = coding ? `${note} <span class="grade">${esc(coding.citations[0]?.provision ?? "")}</span>${cite(withoutPlace(coding.citations), visit)}` : "";
  return `<p id="q-${answer.jurisdiction}-${question.id}"><strong>${esc(visit.t("jurisdiction.reading"))}</strong> <a href="${visit.link(`/questions/${question.id}`)}">${wording(question, visit)}</a> ${chip(answer, question, visit)}${more}</p>`;
}

function blanks(questions: readonly Question[], visit: Visit): string {
  if (questions.length === 0) return "";
  return `<details class="blank"><summary>${esc(visit.t("jurisdiction.blanks", { count: questions.length }))}</summary><ul>${each(questions, (one) => `<li><a href="${visit.link(`/questions/${one.id}`)}">${wording(one, visit)}</a></li>`)}</ul></details>`;
}

function blankHeads(kind: "topic" | "position", all: ReadonlyArray<Section<Topic | Position>>, visit: Visit): string {
  const empty = all.filter((one) => one.answered.length === 0);
  const count = empty.reduce((sum, one) => sum + one.blanks.length, 0);
  if (count === 0) return "";
  const whole = count === all.reduce((sum, one) => sum + one.answered.length + one.blanks.length, 0);
  return `<details class="blank"><summary>${esc(visit.t(whole ? "jurisdiction.blanks" : "jurisdiction.blanks-elsewhere", { count }))}</summary><ul>${each(empty, ({ head, blanks: missing }) => `<li><a href="${visit.link(`/${kind}s/${head.id}`)}">${say(visit.say(kind, head.id, "title", head.title), visit)}</a> (${missing.length})</li>`)}</ul></details>`;
}

export function reached(reach: Reach, visit: Visit): string {
  const { t } = visit;
  const name = visit.name(reach.from);
  const page = esc(visit.link(`/jurisdictions/${reach.from}`, visit.at === visit.today ? {} : { at: visit.at }));
  const member = reach.since ? ` ${esc(t("jurisdiction.member-since"))} ${time(reach.since, visit)}.` : "";
  const line = ({ question, answer }: Answered): string =>
    `<li><a href="${page}#q-${reach.from}-${question.id}">${wording(question, visit)}</a> ${chip(answer, question, visit)}</li>`;
  const list = `<details><summary>${esc(t("jurisdiction.reach-answers", { count: reach.answered.length }))}</summary><ul class="plain pairs">${each(reach.answered, line)}</ul></details>`;
  return `<section aria-labelledby="reach-${reach.from}"><h2 id="reach-${reach.from}">${esc(t(`jurisdiction.reach-${reach.why}`, { name }))}</h2><p>${esc(t(`jurisdiction.reach-${reach.why}-text`, { name, place: visit.name(visit.params.code ?? "") }))}${member} <a href="${page}">${esc(t("jurisdiction.reach-page", { name }))}</a></p>${reach.answered.length > 0 ? list : ""}</section>`;
}
