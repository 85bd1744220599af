import type { Coding } from "../../domain/coding.ts";
import type { Question } from "../../domain/question.ts";
import type { Topic } from "../../domain/topic.ts";
import type { Catalogue } from "../../store/catalogue.ts";
import type { Answer } from "../../store/reader.ts";

/** An answer that says something: what the law of one place is on the day. */
export interface BriefLine {
  readonly question: Question;
  readonly answer: Answer;
  readonly coding: Coding;
}

/** A question about which the record says nothing for the day. */
export interface BriefBlank {
  readonly question: Question;
  readonly standing: "not-known" | "not-coded";
}

/** One topic of a brief. */
export interface BriefTopic {
  readonly topic: Topic;
  /** The topic above, when the codebook asks nothing under this one and the questions of that one stand here. */
  readonly above: Topic | null;
  readonly lines: readonly BriefLine[];
  /** Law that reaches the place from elsewhere, by where it is from. */
  readonly reach: ReadonlyMap<string, readonly BriefLine[]>;
  readonly blanks: readonly BriefBlank[];
}

/** A topic with everything below it in the tree. */
export function topicAndBelow(catalogue: Catalogue, id: string): string[] {
  const parts = [...catalogue.topics.values()].filter((one) => one.parent === id).flatMap((one) => topicAndBelow(catalogue, one.id));
  return [id, ...parts];
}

/** Questions that a brief asks under a topic, and the topic above whose questions they are, when it has none of its own. */
function topicQuestions(catalogue: Catalogue, topic: Topic): { readonly questions: readonly Question[]; readonly above: Topic | null } {
  const within = new Set(topicAndBelow(catalogue, topic.id));
  const questions = [...catalogue.questions.values()].filter((one) => within.has(one.topic) && one.same === "");
  if (questions.some((one) => one.kind !== "ask")) return { questions, above: null };
  let above = catalogue.topics.get(topic.parent);
  while (above) {
    const of = above.id;
    const asked = catalogue.codebook.get(of) ?? [];
    if (asked.length > 0) return { questions: [...questions, ...asked], above };
    above = catalogue.topics.get(above.parent);
  }
  return { questions, above: null };
}

/** The topics of a brief with their answers. Every question stands once, under the first topic that asks it; `taken` stand elsewhere. */
export function briefTopics(
  catalogue: Catalogue,
  topics: readonly string[],
  place: string,
  reach: readonly string[],
  answers: readonly Answer[],
  taken: ReadonlySet<string>,
): BriefTopic[] {
  const by = new Map(answers.map((one) => [`${one.jurisdiction} ${one.question}`, one]));
  const seen = new Set(taken);
  return topics.flatMap((id): BriefTopic[] => {
    const topic = catalogue.topics.get(id);
    if (!topic) return [];
    const { questions, above } = topicQuestions(catalogue, topic);
    const asked = questions.filter((one) => !seen.has(one.id));
    for (const one of asked) seen.add(one.id);
    const lines: BriefLine[] = [];
    const blanks: BriefBlank[] = [];
    for (const question of asked) {
      const answer = by.get(`${place} ${question.id}`);
      if (answer?.coding) lines.push({ question, answer, coding: answer.coding });
      else blanks.push({ question, standing: answer ? "not-known" : "not-coded" });
    }
    const reached = reach
      .filter((from) => from !== place)
      .map((from) => [from, asked.flatMap((question) => lineOf(question, by.get(`${from} ${question.id}`)))] as const);
    return [{ topic, above, lines, blanks, reach: new Map(reached.filter(([, some]) => some.length > 0)) }];
  });
}

function lineOf(question: Question, answer: Answer | undefined): BriefLine[] {
  return answer?.coding ? [{ question, answer, coding: answer.coding }] : [];
}
