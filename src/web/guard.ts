import type { Seal } from "../store/desk/seal.ts";
import type { Sql } from "../store/sql.ts";

/** What a form is given when it is shown: hidden fields that tell people from programs, without a third party. */
export interface Stamp {
  /** When and for which form it was made, signed; it is good for one use. */
  readonly stamp: string;
  /** Name of the field that stays empty when a person fills the form in. */
  readonly trap: string;
  /** How many zero bits the proof of work must begin with, where script runs. */
  readonly bits: number;
}

/** Why a posted form was not taken. */
export type Refusal = "early" | "late" | "forged" | "trap" | "spent" | "work" | "busy";

/** Tells people from programs at the forms that anyone may fill in. */
export interface Guard {
  stamp(form: string, now: Date): Stamp;
  /** Null when the form may be taken; the stamp is spent then. `from` is the address that the request came from. */
  judge(form: string, fields: URLSearchParams, from: string, now: Date): Promise<Refusal | null>;
}

export type GuardParts = { readonly seal: Seal; readonly sql: Sql };
