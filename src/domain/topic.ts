import { z } from "zod";
import { Id, MaybeWords, Words } from "./id.ts";

/** A policy issue; the topics form one tree. */
export const Topic = z.strictObject({
  id: Id,
  order: z.number().int().nonnegative(),
  parent: z.union([Id, z.literal("")]).describe("the topic above it; empty at the top"),
  title: Words,
  description: MaybeWords,
});
export type Topic = z.infer<typeof Topic>;
