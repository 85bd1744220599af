import type { Inquiry } from "../inquiry.ts";
import type { Download, Resource } from "../resource.ts";
import { ANSWER_COLUMNS, answerRow } from "./table.ts";
import { questionList, questionView } from "./view.ts";
import { STANDINGS } from "./words.ts";

const LIST_COLUMNS = [
  "question",
  "kind",
  "topic",
  "topic_title",
  "wording",
  "guidance",
  "scale",
  "answers_allowed",
  "position",
  "same",
  "version",
  "jurisdictions_coded",
  "flags",
  "note",
] as const;

/** The codebook, and the answers of all jurisdictions to one question. */
export const questionResource: Resource = {
  name: "questions",
  async list(inquiry) {
    const { groups } = await questionList(inquiry);
    const rows = groups.flatMap(({ questions }) =>
      questions.map(({ question, coded }) => {
        const scale = inquiry.catalogue.scales.get(question.scale);
        const topic = inquiry.catalogue.topics.get(question.topic);
        return {
          question: question.id,
          kind: question.kind,
          topic: question.topic,
          topic_title: topic ? inquiry.say("topic", topic.id, "title", topic.title).text : null,
          wording: inquiry.say("question", question.id, "wording", question.wording).text,
          guidance: question.guidance ? inquiry.say("question", question.id, "guidance", question.guidance).text : null,
          scale: question.scale,
          answers_allowed: scale?.type === "number" ? "number" : (scale?.options.map((one) => one.id).join(";") ?? null),
          position: question.position || null,
          same: question.same || null,
          version: question.version,
          jurisdictions_coded: coded,
          flags: question.flags.join(";") || null,
          note: question.note ? inquiry.say("question", question.id, "note", question.note).text : null,
        };
      }),
    );
    return { table: { columns: LIST_COLUMNS, rows } };
  },
  async one(inquiry, id) {
    const view = await questionView(inquiry, id);
    return view && download(inquiry, view);
  },
};

function download(inquiry: Inquiry, view: NonNullable<Awaited<ReturnType<typeof questionView>>>): Download {
  const { question, scale } = view;
  const rows = [
    ...view.answers.map((one) => answerRow(inquiry, one.jurisdiction, question, one.answer)),
    ...view.blanks.map((code) => answerRow(inquiry, code, question, undefined)),
  ];
  return {
    table: { columns: ANSWER_COLUMNS, rows },
    data: {
      question,
      scale: scale ?? null,
      day: inquiry.at,
      counts: Object.fromEntries(STANDINGS.map((standing) => [standing, view.counts.get(standing) ?? 0])),
      positions: view.uses.map(({ position, ask }) => ({ position: position.id, ask: ask.id })),
      terms: view.terms.map((term) => term.id),
      answers: rows,
    },
    caveats: question.note ? [inquiry.say("question", question.id, "note", question.note).text] : [],
  };
}
