import type { Campaign } from "../../domain/campaign.ts";
import { direction, intlTag, type SiteLocale } from "../../domain/locale.ts";
import { punctuation } from "../../domain/punctuation.ts";
import type { Inquiry, Translate } from "../inquiry.ts";

/** How a network counts what is posted. */
interface Network {
  readonly id: string;
  readonly name: string;
  /** Most that one post may hold, in units of the network. */
  readonly most: number;
  /** Units that an address takes, however long it is; null where its letters are counted. */
  readonly address: number | null;
  /** Whether letters beyond Latin, Greek, Cyrillic, Arabic and the like count twice. */
  readonly wide?: boolean;
}

/** The large networks, with the limits of a post without an account that is paid for, as of November 2026. */
export const NETWORKS: readonly Network[] = [
  { id: "x", name: "X", most: 280, address: 23, wide: true },
  { id: "bluesky", name: "Bluesky", most: 300, address: null },
  { id: "mastodon", name: "Mastodon", most: 500, address: 23 },
  { id: "threads", name: "Threads", most: 500, address: null },
  { id: "instagram", name: "Instagram", most: 2200, address: null },
  { id: "linkedin", name: "LinkedIn", most: 3000, address: null },
  { id: "facebook", name: "Facebook", most: 63_206, address: null },
];

/** A post for a network, and how much of its room it takes. */
export interface Post {
  readonly network: Network;
  readonly text: string;
  readonly units: number;
}

export type CampaignShare = Campaign["shares"][number];

/** A picture with its words in the reader's language. */
export interface ShareView {
  readonly share: CampaignShare;
  readonly line: string;
  readonly figure: string;
  readonly caveat: string;
  readonly text: string;
  /** The title of the campaign. */
  readonly title: string;
  /** The word for source, and who published what it rests on. */
  readonly source: string;
  /** What the picture says, for who cannot see it. */
  readonly alternative: string;
  /** Language of the words: that of the reader, or English where they are not translated. */
  readonly lang: SiteLocale;
}

/**
 * A picture of a campaign in the reader's language; null when the campaign has none of this id. `words` gives the words of the
 * program in the language of the picture, which is English where the picture is not translated.
 */
export function shareView(inquiry: Inquiry, campaign: Campaign, id: string, words: (locale: SiteLocale) => Translate = () => inquiry.t): ShareView | null {
  const share = campaign.shares.find((one) => one.id === id);
  if (!share) return null;
  const field = (name: "line" | "caveat" | "text") => inquiry.say("campaign", campaign.id, `shares.${id}.${name}`, share[name]);
  const said = { line: field("line"), caveat: field("caveat"), text: field("text") };
  const all = Object.values(said);
  // One picture is in one language: all of its words are translated, or none is shown so.
  const whole = all.every((one) => one.lang === inquiry.locale);
  const lang = whole ? inquiry.locale : "en";
  const texts = whole ? { line: said.line.text, caveat: said.caveat.text, text: said.text.text } : share;
  const sources = sourcesOf(inquiry, share);
  const figure = figureText(share.figure, lang);
  const { full, stop, colon, comma } = punctuation(lang);
  const source = `${words(lang)("campaign.source")}${colon}`;
  const isolated = sources.map((one) => (direction(lang) === "rtl" ? `\u2068${one}\u2069` : one)).join(comma);
  const sentence = (text: string): string => (/[.。!?।]$/.test(text) ? text : `${text}${stop}`);
  const opening = figure && !texts.line.includes(figure.replace(/^[−-]/, "")) ? `${figure}${full}` : "";
  return {
    share,
    line: texts.line,
    figure,
    caveat: texts.caveat,
    text: texts.text,
    title: whole ? inquiry.say("campaign", campaign.id, "title", campaign.title).text : campaign.title,
    source: `${source}${isolated}`,
    alternative: [`${opening}${sentence(texts.line)}`, sentence(texts.caveat), sentence(`${source}${isolated}`)].join(" "),
    lang,
  };
}

/** The publishers of what a share rests on, each once. */
function sourcesOf(inquiry: Inquiry, share: CampaignShare): string[] {
  const names = share.citations.flatMap((one) => {
    const source = inquiry.catalogue.sources.get(one.source);
    return source ? [source.publisher || source.title] : [];
  });
  return [...new Set(names)];
}

/** A figure as the reader's language writes it: a whole number, or one of percent; any other words stay. */
export function figureText(figure: string, locale: SiteLocale): string {
  const found = /^([−-]?)(\d[\d,]*)(%?)$/.exec(figure);
  if (!found) return figure;
  const [, sign = "", digits = "", percent] = found;
  const value = Number(digits.replaceAll(",", ""));
  const text = new Intl.NumberFormat(intlTag(locale), percent ? { style: "percent" } : {}).format(percent ? value / 100 : value);
  // The sign of Arabic numbers has marks of direction around it that a drawing shows as nothing.
  return sign ? `−${text}` : text;
}

/** Room that a text takes on a network, its addresses counted as the network does. */
export function unitsOf(text: string, network: Pick<Network, "address" | "wide">): number {
  const bare = network.address === null ? text : text.replace(/https?:\/\/\S+/g, "\u0000".repeat(network.address));
  let units = 0;
  for (const { segment } of new Intl.Segmenter().segment(bare)) units += network.wide && isWide(segment) ? 2 : 1;
  return units;
}

/** X counts a letter twice unless it stands in one of these ranges. */
function isWide(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return !(code <= 4351 || (code >= 8192 && code <= 8205) || (code >= 8208 && code <= 8223) || (code >= 8242 && code <= 8247));
}

/** A post for each network: the text with its caveat where both fit, the text, or the sentence of the picture; always with the address. Networks on which not even that fits are left out. */
export function postsOf(view: Pick<ShareView, "line" | "caveat" | "text">, address: string): Post[] {
  const texts = [`${view.text}\n\n${view.caveat}\n\n${address}`, `${view.text}\n\n${address}`, `${view.line}\n\n${address}`];
  return NETWORKS.flatMap((network) => {
    for (const text of texts) {
      const units = unitsOf(text, network);
      if (units <= network.most) return [{ network, text, units }];
    }
    return [];
  });
}
