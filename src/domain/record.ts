import type { ZodType } from "zod";
import { Campaign } from "./campaign.ts";
import { Claim } from "./claim.ts";
import { Coding } from "./coding.ts";
import { Commitment } from "./commitment.ts";
import { Instrument } from "./instrument.ts";
import { Group, Jurisdiction, Membership, Name } from "./jurisdiction.ts";
import { Obligation } from "./obligation.ts";
import { Package } from "./package.ts";
import { Argument, Position } from "./position.ts";
import { Question, Scale } from "./question.ts";
import { Service } from "./service.ts";
import { Snapshot } from "./snapshot.ts";
import { Source } from "./source.ts";
import { Break, Caveat, Dataset, Row } from "./statistic.ts";
import { Term } from "./term.ts";
import { Testimony } from "./testimony.ts";
import { Text } from "./text.ts";
import { Topic } from "./topic.ts";
import { Treaty, TreatyStatus } from "./treaty.ts";
import { Update } from "./update.ts";

/** Everything that the record holds, by kind. */
export interface Kinds {
  package: Package;
  jurisdiction: Jurisdiction;
  name: Name;
  group: Group;
  membership: Membership;
  topic: Topic;
  scale: Scale;
  question: Question;
  source: Source;
  coding: Coding;
  instrument: Instrument;
  treaty: Treaty;
  "treaty-status": TreatyStatus;
  obligation: Obligation;
  position: Position;
  argument: Argument;
  update: Update;
  claim: Claim;
  caveat: Caveat;
  break: Break;
  dataset: Dataset;
  row: Row;
  snapshot: Snapshot;
  testimony: Testimony;
  campaign: Campaign;
  commitment: Commitment;
  service: Service;
  term: Term;
  text: Text;
}
export type Kind = keyof Kinds;

/** The schema of each kind, in the order in which the record is read: what is referred to comes first. */
export const SCHEMAS: { readonly [K in Kind]: ZodType<Kinds[K]> } = {
  package: Package,
  source: Source,
  jurisdiction: Jurisdiction,
  name: Name,
  group: Group,
  membership: Membership,
  topic: Topic,
  scale: Scale,
  question: Question,
  treaty: Treaty,
  "treaty-status": TreatyStatus,
  instrument: Instrument,
  coding: Coding,
  obligation: Obligation,
  position: Position,
  argument: Argument,
  update: Update,
  claim: Claim,
  caveat: Caveat,
  break: Break,
  dataset: Dataset,
  row: Row,
  snapshot: Snapshot,
  testimony: Testimony,
  campaign: Campaign,
  commitment: Commitment,
  service: Service,
  term: Term,
  text: Text,
};

export const KINDS = Object.keys(SCHEMAS) as Kind[];

/** A record with its kind: the unit of every change. */
export type AtlasRecord = { [K in Kind]: { readonly kind: K; readonly id: string; readonly body: Kinds[K] } }[Kind];
