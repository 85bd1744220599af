import type { Resource } from "../resource.ts";
import { type TopicLine, topicList, topicView } from "./view.ts";

const LIST_COLUMNS = ["topic", "parent", "title", "description", "questions", "instruments", "updates", "positions"] as const;
const ONE_COLUMNS = ["kind", "id", "title", "jurisdictions_coded"] as const;

/** The tree of topics, and what the record holds on one of them. */
export const topicResource: Resource = {
  name: "topics",
  async list(inquiry) {
    const flat = (lines: readonly TopicLine[]): TopicLine[] => lines.flatMap((one) => [one, ...flat(one.parts)]);
    const rows = flat(topicList(inquiry).tree).map(({ topic, ...line }) => ({
      topic: topic.id,
      parent: topic.parent || null,
      title: inquiry.say("topic", topic.id, "title", topic.title).text,
      description: topic.description ? inquiry.say("topic", topic.id, "description", topic.description).text : null,
      questions: line.questions,
      instruments: line.instruments,
      updates: line.updates,
      positions: line.positions,
    }));
    return { table: { columns: LIST_COLUMNS, rows } };
  },
  async one(inquiry, id) {
    const view = await topicView(inquiry, id);
    if (!view) return null;
    const { say } = inquiry;
    const rows = [
      ...view.questions.map(({ question, coded }) => ({
        kind: "question",
        id: question.id,
        title: say("question", question.id, "wording", question.wording).text,
        jurisdictions_coded: coded,
      })),
      ...view.positions.map(({ position: one }) => ({
        kind: "position",
        id: one.id,
        title: say("position", one.id, "title", one.title).text,
        jurisdictions_coded: null,
      })),
      ...view.instruments.map(({ instrument: one }) => ({
        kind: "instrument",
        id: one.id,
        title: say("instrument", one.id, "title", one.title).text,
        jurisdictions_coded: null,
      })),
      ...view.obligations.map((one) => ({
        kind: "obligation",
        id: one.id,
        title: say("obligation", one.id, "trigger", one.trigger).text,
        jurisdictions_coded: null,
      })),
      ...view.treaties.map((one) => ({ kind: "treaty", id: one.id, title: say("treaty", one.id, "title", one.title).text, jurisdictions_coded: null })),
      ...view.updates.map((one) => ({ kind: "update", id: one.id, title: say("update", one.id, "title", one.title).text, jurisdictions_coded: null })),
    ];
    // A law's status is the one of the day that was asked about.
    const instruments = view.instruments.map(({ instrument, status }) => ({ ...instrument, status }));
    return { table: { columns: ONE_COLUMNS, rows }, data: { ...view, instruments, positions: view.positions.map((one) => one.position) } };
  },
};
