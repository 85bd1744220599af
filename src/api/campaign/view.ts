import type { Campaign, Signer } from "../../domain/campaign.ts";
import { type Day, firstDay, lastDay } from "../../domain/date.ts";
import type { Instrument } from "../../domain/instrument.ts";
import type { Position } from "../../domain/position.ts";
import type { Update } from "../../domain/update.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { argumentsOf, type Stance } from "../position/view.ts";

/** Where a campaign stands on a day. */
export type CampaignStanding = "running" | "upcoming" | "closed" | "archived";

/** What of a campaign can be signed. */
const SIGNED = ["letter", "petition"] as const;
export type Signed = (typeof SIGNED)[number];

export interface CampaignLine {
  readonly campaign: Campaign;
  readonly standing: CampaignStanding;
}

export interface CampaignView extends CampaignLine {
  readonly instruments: readonly Instrument[];
  readonly updates: readonly Update[];
  /** The positions that it shares, with how many arguments the record holds on each side. */
  readonly sides: ReadonlyArray<{ readonly position: Position; readonly stances: Readonly<Record<Stance, number>> }>;
  /** What can be signed here today. */
  readonly takes: readonly Signed[];
}

/** Where a campaign stands on a day: one without a last day runs until it is archived. */
function campaignStanding({ archived, opens, closes }: Pick<Campaign, "archived" | "opens" | "closes">, day: Day): CampaignStanding {
  if (archived) return "archived";
  if (opens && firstDay(opens) > day) return "upcoming";
  return closes && lastDay(closes) < day ? "closed" : "running";
}

/** What of a campaign can be signed here on a day. */
export function takenOn(campaign: Campaign, day: Day): Signed[] {
  if (campaignStanding(campaign, day) !== "running") return [];
  return SIGNED.filter((one) => (one === "letter" ? (campaign.letter?.signers.length ?? 0) > 0 : campaign.petition?.signed === true));
}

/** Who can sign which part of a campaign. */
export function signersOf(campaign: Campaign, what: Signed): readonly Signer[] {
  return what === "letter" ? (campaign.letter?.signers ?? []) : ["persons"];
}

/** Campaigns, the newest first. Parameters: place, topic. Throws a Fault for a value that is none. */
export function campaignList(inquiry: Inquiry): CampaignLine[] {
  const { catalogue, query, today } = inquiry;
  const place = choice(query, "place", [...catalogue.jurisdictions.keys()]);
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  return [...catalogue.campaigns.values()]
    .filter((one) => (!place || one.jurisdictions.includes(place)) && (!topic || one.topics.includes(topic)))
    .sort((a, b) => (a.opens === b.opens ? (a.id < b.id ? -1 : 1) : a.opens < b.opens ? 1 : -1))
    .map((campaign) => ({ campaign, standing: campaignStanding(campaign, today) }));
}

/** One campaign with what surrounds it; null when there is none of this id. Whether it runs is a matter of today, whatever day is asked about. */
export function campaignView(inquiry: Inquiry, id: string): CampaignView | null {
  const { catalogue, today } = inquiry;
  const campaign = catalogue.campaigns.get(id);
  if (!campaign) return null;
  return {
    campaign,
    standing: campaignStanding(campaign, today),
    instruments: campaign.instruments.flatMap((one) => catalogue.instruments.get(one) ?? []),
    updates: campaign.updates.flatMap((one) => catalogue.updates.get(one) ?? []).sort((a, b) => (a.date < b.date ? -1 : 1)),
    sides: campaign.positions.flatMap((one) => {
      const position = catalogue.positions.get(one);
      if (!position) return [];
      const held = argumentsOf(inquiry, one);
      return [{ position, stances: { for: held.for.length, against: held.against.length, reservation: held.reservation.length } }];
    }),
    takes: takenOn(campaign, today),
  };
}
