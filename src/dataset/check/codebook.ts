import { stateOf } from "../../domain/question.ts";
import type { Kinds } from "../../domain/record.ts";
import type { Desk, Found } from "./desk.ts";

/** Finds defects of the codebook: topics, scales, questions, asks and positions. */
export function checkCodebook(desk: Desk): void {
  checkTree(desk, "topic");
  checkTree(desk, "jurisdiction");
  checkScales(desk);
  for (const question of desk.all("question")) checkQuestion(desk, question);
  const questions = desk.byId("question");
  for (const { body, entry } of desk.all("position")) {
    body.asks.forEach((ask, at) => {
      const question = questions.get(ask);
      if (!question) return;
      if (question.kind !== "ask")
        desk.report(
          entry,
          ["asks", at],
          `“${ask}” is not an ask but a question of kind ${question.kind}`,
          "name an ask; it can point to that question with `same`",
        );
      else if (question.position && question.position !== body.id)
        desk.report(
          entry,
          ["asks", at],
          `the ask “${ask}” tests another position, ${question.position}`,
          "name it in that position only, or correct the ask's position",
        );
    });
  }
  for (const { body, entry } of desk.all("treaty")) {
    const question = questions.get(body.question);
    if (question && question.treaty !== body.id)
      desk.report(entry, ["question"], `the question “${body.question}” does not ask about this treaty`, `name the question whose treaty is ${body.id}`);
  }
}

function checkTree(desk: Desk, kind: "topic" | "jurisdiction"): void {
  const parents = new Map(desk.all(kind).map(({ body }) => [body.id, body.parent]));
  for (const { body, entry } of desk.all(kind)) {
    const above = new Set<string>();
    let here: string | undefined = body.parent;
    while (here && !above.has(here)) {
      above.add(here);
      here = parents.get(here);
    }
    if (above.has(body.id))
      desk.report(entry, ["parent"], `the ${kind} is its own ancestor, through its parent ${body.parent}`, `give it a parent outside this circle, or none`);
  }
}

function checkScales(desk: Desk): void {
  for (const { body, entry } of desk.all("scale")) {
    const ids = body.options.map((option) => option.id);
    ids.forEach((id, at) => {
      if (ids.indexOf(id) < at) desk.report(entry, ["options", at], `the option “${id}” stands twice`, "remove one of the two");
    });
    if (body.type === "category" && ids.length === 0) desk.report(entry, [], "the scale has no options", "name its options, or make its type number");
    if (body.min !== null && body.max !== null && body.min > body.max)
      desk.report(entry, ["min"], `min ${body.min} is greater than max ${body.max}`, "exchange the two");
  }
}

function checkQuestion(desk: Desk, { body, entry }: Found<"question">): void {
  if (body.kind === "ask" && !body.position) desk.report(entry, ["position"], "the ask names no position", "name the position that it tests");
  if (body.kind === "treaty" && !body.treaty) desk.report(entry, ["treaty"], "the question names no treaty", "name the treaty that it is about");
  if (body.kind !== "ask" && (body.same || body.rules.length > 0))
    desk.report(entry, [body.same ? "same" : "rules"], "only an ask has `same` and rules", "remove them, or make it an ask in codebook/asks.yaml");
  if (body.kind === "ask" && body.rules.length === 0)
    desk.report(entry, [], "the ask has no rules", "say in `rules` which answers meet, partly meet or fail it");
  const same = body.same ? desk.byId("question").get(body.same) : undefined;
  if (same && same.kind !== "codebook")
    desk.report(
      entry,
      ["same"],
      `same names “${body.same}”, which is not a question of the codebook but of kind ${same.kind}`,
      "name a codebook question, or remove the field",
    );
  else checkRules(desk, { body, entry }, same ?? (body.same ? undefined : body));
}

function checkRules(desk: Desk, { body, entry }: Found<"question">, answered: Kinds["question"] | undefined): void {
  const scale = answered && desk.byId("scale").get(answered.scale);
  if (!scale) return;
  const seen = new Set<string>();
  body.rules.forEach((rule, at) => {
    const fits = /^[<>=]/.test(rule.answer) ? scale.type === "number" : stateOf(scale, rule.answer) !== null;
    if (!fits) desk.report(entry, ["rules", at], `a rule names the answer “${rule.answer}”, which the scale ${scale.id} does not have`, answersOf(scale));
    if (seen.has(rule.answer)) desk.report(entry, ["rules", at], `two rules name the answer “${rule.answer}”`, "keep one of the two");
    seen.add(rule.answer);
  });
}

/** What a scale takes, as advice. */
export function answersOf(scale: Kinds["scale"]): string {
  const options = scale.options.map((option) => option.id);
  if (scale.type === "number") options.push(`a number${scale.min === null ? "" : ` from ${scale.min}`}${scale.max === null ? "" : ` to ${scale.max}`}`);
  return `use one of ${options.join(", ")}`;
}
