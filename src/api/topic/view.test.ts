import { expect, it } from "vitest";
import { answer, FRAME, inquiryInto, place, question } from "../sample.ts";
import { topicList, topicView } from "./view.ts";

it("builds one tree, counts what stands on each topic, and is null for a topic that is not there", async () => {
  const inquiry = inquiryInto({
    records: [
      ...FRAME,
      { kind: "topic", id: "grooming", body: { id: "grooming", order: 2, parent: "offences", title: "Grooming", description: "" } },
      place("AA"),
      question({ id: "crime" }),
      question({ id: "lure", topic: "grooming" }),
    ],
    answers: [answer("AA", "lure", "yes")],
  });
  const { tree, total } = topicList(inquiry);
  expect(total).toBe(2);
  expect(tree.map((one) => [one.topic.id, one.questions, one.parts.map((part) => part.topic.id)])).toEqual([["offences", 1, ["grooming"]]]);
  expect((await topicView(inquiry, "grooming"))?.questions.map((one) => [one.question.id, one.coded])).toEqual([["lure", 1]]);
  expect(await topicView(inquiry, "nothing")).toBeNull();
});
