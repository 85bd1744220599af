import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { shareView } from "./share.ts";
import { type CampaignLine, campaignList, campaignView } from "./view.ts";

const COLUMNS = [
  "campaign",
  "title",
  "standing",
  "summary",
  "organisations",
  "opens",
  "closes",
  "jurisdictions",
  "topics",
  "positions",
  "instruments",
  "addressees",
  "signatories",
  "petition",
  "flags",
  "doubt",
  ...CITED_COLUMNS,
] as const;

/** `/api/campaigns` and `/api/campaigns/{id}`: what the record holds. What people sign here is nowhere in the API. */
export const campaignResource: Resource = {
  name: "campaigns",
  async list(inquiry) {
    return { table: { columns: COLUMNS, rows: campaignList(inquiry).map((line) => rowOf(inquiry, line)) } };
  },
  async one(inquiry, id) {
    const view = campaignView(inquiry, id);
    if (!view) return null;
    const { campaign } = view;
    const row = rowOf(inquiry, view);
    const say = (field: string, text: string): Cell => saidCell(inquiry, "campaign", id, field, text);
    return {
      table: { columns: COLUMNS, rows: [row] },
      data: {
        ...row,
        organisations: campaign.organisations,
        jurisdictions: campaign.jurisdictions,
        topics: campaign.topics,
        positions: view.sides.map(({ position, stances }) => ({
          position: position.id,
          arguments_for: stances.for,
          arguments_against: stances.against,
          arguments_reservation: stances.reservation,
        })),
        instruments: campaign.instruments,
        updates: campaign.updates,
        letter: campaign.letter && { ...campaign.letter, text: say("letter.text", campaign.letter.text) },
        petition: campaign.petition && { ...campaign.petition, ask: say("petition.ask", campaign.petition.ask) },
        appeal: campaign.appeal && { ...campaign.appeal, opening: say("appeal.opening", campaign.appeal.opening) },
        counts: campaign.counts.map((one, index) => ({ ...one, label: say(`counts.${index}.label`, one.label) })),
        later: campaign.later.map((one, index) => ({ ...one, text: say(`later.${index}.text`, one.text) })),
        shares: campaign.shares.flatMap(({ id: share, citations }) => {
          const shown = shareView(inquiry, campaign, share);
          return shown ? [{ id: share, line: shown.line, figure: shown.figure, caveat: shown.caveat, text: shown.text, citations }] : [];
        }),
        citations: campaign.citations,
      },
    };
  },
};

function rowOf(inquiry: Inquiry, { campaign, standing }: CampaignLine): Record<string, Cell> {
  const say = (field: string, text: string): Cell => saidCell(inquiry, "campaign", campaign.id, field, text);
  return {
    campaign: campaign.id,
    title: say("title", campaign.title),
    standing,
    summary: say("summary", campaign.summary),
    organisations: campaign.organisations.join("; "),
    opens: campaign.opens || null,
    closes: campaign.closes || null,
    jurisdictions: campaign.jurisdictions.join(";"),
    topics: campaign.topics.join(";"),
    positions: campaign.positions.join(";") || null,
    instruments: campaign.instruments.join(";") || null,
    addressees: campaign.letter?.addressees.join("; ") ?? null,
    signatories: campaign.letter?.signatories.map((one) => one.name).join("; ") || null,
    petition: campaign.petition ? say("petition.ask", campaign.petition.ask) : null,
    flags: campaign.flags.join(";") || null,
    doubt: say("doubt", campaign.doubt),
    ...citedCells(inquiry, campaign.citations),
  };
}
