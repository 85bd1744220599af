import type { Inquiry } from "../api/inquiry.ts";
import type { SiteLocale } from "../domain/locale.ts";
import type { Kind } from "../domain/record.ts";
import type { Citation } from "../domain/source.ts";
import type { TextState } from "../domain/text.ts";
import type { Desk } from "../store/desk/desk.ts";
import type { Assets } from "./asset.ts";
import type { Guard } from "./guard.ts";
import type { Shown } from "./header.ts";
import type { Translate } from "./message/translate.ts";
import type { Printer } from "./printer.ts";

/** One reader's look at one page: the inquiry, and what only pages need. */
export interface Visit extends Inquiry {
  readonly t: Translate;
  readonly assets: Assets;
  /** Path below the locale, such as `/jurisdictions/BR`; `""` for home. */
  readonly path: string;
  /** Origin of the site, for canonical links. */
  readonly origin: string;
  readonly params: Readonly<Record<string, string>>;
  /** Whether the visit is about another day than today, or about an earlier state of knowledge. */
  readonly past: boolean;
  /** The parameters of the address that keep the day and the state of knowledge; none for today as known now. */
  readonly time: Readonly<Record<string, string>>;
  /**
   * An address on this site in the page's language. Empty parameters are left out. The visit's times come along unless
   * the parameters name them: `{ at: "", known: "" }` leads back to today.
   */
  link(path: string, parameters?: Readonly<Record<string, string>>): string;
  /** The number of a citation in the page's footnotes; the same source and place give the same number. */
  cite(citation: Citation): number;
  /** Citations so far, in the order of their numbers. */
  readonly notes: readonly Citation[];
  /** States of translated texts that the page shows. */
  readonly marks: ReadonlySet<TextState>;
  /** Whether the English stands beside each text that was translated from it. */
  readonly beside: boolean;
  /** The address of the page with its map; empty where the map is drawn, which it is unless the browser asks to save data. */
  readonly spared: string;
  /** Makes PDFs; null where no browser was found to make them with. */
  readonly printer: Printer | null;
  /** What readers can leave with us; null where the site has no place for it. */
  readonly part: Part | null;
  /** The address that the request came from, as far as it is known; kept nowhere. */
  readonly from: string;
  readonly now: Date;
}

/** What is needed to take part: a place to keep what people leave, and what keeps programs from leaving it. */
export interface Part {
  readonly desk: Desk;
  readonly guard: Guard;
  /** Whether mail can be sent. */
  readonly mail: boolean;
}

/** A feed that a page offers: an address below the origin, and what it holds. */
export interface FeedLink {
  readonly href: string;
  readonly title: string;
}

/** What a page hands to the frame. */
export interface Leaf {
  readonly title: string;
  readonly description: string;
  readonly body: unknown;
  /** Steps from home to the page above this one. */
  readonly crumbs?: ReadonlyArray<{ readonly href: string; readonly label: string }>;
  /** Address of the same data in the API, without ending and parameters, such as `/jurisdictions/BR`. */
  readonly data?: string;
  /** Parameters of the page that its data and its other languages share. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Parameters of the data that stand in the path of the page, such as a year. */
  readonly asked?: Readonly<Record<string, string>>;
  readonly jsonLd?: readonly object[];
  /** The record that the page shows, for the link to its history. */
  readonly record?: { readonly kind: Kind; readonly id: string };
  /** The jurisdiction that the page is about, for "help near you". */
  readonly place?: string;
  /** The HTTP status, when it is not 200: a form that could not be read is answered with 400 and the form. */
  readonly status?: number;
  /** The language that the reader asks to be remembered; empty to forget it. Only a posted form may ask so. */
  readonly remember?: SiteLocale | "";
  /** A file that is the answer in place of the page; `name` is proposed for keeping it. */
  readonly file?: { readonly type: string; readonly name: string; readonly body: Uint8Array };
  /** What readers can take along, in place of the links that every page with data has. */
  readonly take?: unknown;
  /** Who may show it besides this site; a page that may stand in a frame is made without header and footer. */
  readonly shown?: Shown;
  /** The text on method that says how what the page shows is worked out, such as `adoption`. */
  readonly method?: string;
  /** Feeds that hold what the page shows, for programs that look for them. */
  readonly feeds?: readonly FeedLink[];
  /** What of the page can be watched by mail: parameters of `/alerts`. */
  readonly watch?: Readonly<Record<string, string>>;
  /** Whether the page is made anew for each reader and kept by nobody, as one with a form that is signed for one use. */
  readonly fresh?: boolean;
  /** The picture that networks show with a link to the page: an address below the origin, its size in dots, its words for who cannot see it. */
  readonly image?: { readonly href: string; readonly width: number; readonly height: number; readonly alternative: string } | undefined;
  /** Whether search engines should keep the page; false for searches. */
  readonly index?: boolean;
  /** A page that is wide, such as a table of all jurisdictions. */
  readonly wide?: boolean;
}

/** A page: null means that there is nothing at this address. */
export type Page = (visit: Visit) => Promise<Leaf | null>;

/** Where a page stands. Paths are below the locale, in the router's notation. */
export interface Route {
  readonly path: string;
  readonly page: Page;
  /** Whether the page has a map, which readers who save data are spared. */
  readonly map?: boolean;
  /**
   * Answers a form that is posted to the same address; the visit's parameters are then the fields of the form, and those of
   * the address that no field has. Neither the form nor the answer is written down anywhere but where the page says so.
   */
  readonly post?: Page;
  /** Whether the form may also be sent from elsewhere, as by a mail program: the address itself must be the permission. */
  readonly anyone?: boolean;
}

export type { SiteLocale };
