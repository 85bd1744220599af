import { Fault } from "../api/fault.ts";

/** Most bytes of a form that are read. */
const MOST_BYTES = 64 * 1024;

/** The one kind of form that is read: no files, no parts. */
const KIND = "application/x-www-form-urlencoded";

/** What mail programs may send in its place (RFC 8058, section 3.2); its fields are not read. */
const PARTS = "multipart/form-data";

/**
 * The fields of a posted form of this site, or from `anyone`.
 * @throws {Fault} 403 when another site sent it, 415 when it is of another kind, 413 when it is larger than 64 kB.
 */
export async function formOf(request: Request, anyone = false): Promise<URLSearchParams> {
  if (!anyone && !isOwn(request)) throw new Fault(403, "", "The form was sent from another site. Fill it in here.");
  const kind = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (kind !== KIND && !(anyone && kind === PARTS)) throw new Fault(415, "", `Send the form as ${KIND}.`);
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) throw tooLarge();
  const sent = await textOf(request);
  return new URLSearchParams(kind === KIND ? sent : "");
}

/** Browsers say where a form comes from; because of our referrer policy the origin may be "null", and the fetch metadata decide. */
function isOwn(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = request.headers.get("origin");
  return origin === null || origin === "null" || origin.replace(/^https?:\/\//, "") === (request.headers.get("host") ?? new URL(request.url).host);
}

async function textOf(request: Request): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw tooLarge();
    }
    parts.push(value);
  }
  return Buffer.concat(parts).toString("utf8");
}

function tooLarge(): Fault {
  return new Fault(413, "", "The form is larger than 64 kB. Send fewer lines.");
}
