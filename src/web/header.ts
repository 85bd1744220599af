import { INK_HASH } from "./chart/ink.ts";

/** Headers of every answer: nothing from elsewhere, no frames, no tracking, no sniffing. */
export const SECURITY: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "strict-transport-security": "max-age=31536000",
};

/** Who may show an answer besides this site itself: nobody; any page as a picture or a script; any page in a frame of its own. */
export type Shown = "here" | "picture" | "frame";

/** The headers of an answer by who may show it. Only what is made to be embedded may stand in a frame. */
const HEADERS: Readonly<Record<Shown, Readonly<Record<string, string>>>> = {
  here: SECURITY,
  picture: {
    ...SECURITY,
    // Opened by itself, a picture has the style that stands inside it, and nothing else.
    "content-security-policy": `default-src 'none'; style-src '${INK_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    "cross-origin-resource-policy": "cross-origin",
  },
  frame: framed(),
};

function framed(): Record<string, string> {
  const { "x-frame-options": _, "content-security-policy": policy = "", ...rest } = SECURITY;
  return {
    ...rest,
    "content-security-policy": policy.replace("frame-ancestors 'none'", "frame-ancestors *"),
    "cross-origin-resource-policy": "cross-origin",
  };
}

/** Answers that were made with these headers. Looking into an answer's headers would cost more than making it. */
const made = new WeakSet<Response>();

/** An answer with the headers that every answer has. */
export function secured(
  body: Uint8Array<ArrayBuffer> | string | null,
  status: number,
  headers: Readonly<Record<string, string>>,
  shown: Shown = "here",
): Response {
  const response = new Response(body, { status, headers: { ...HEADERS[shown], ...headers } });
  made.add(response);
  return response;
}

/** Gives an answer that was made elsewhere the headers that every answer has. */
export function secure(response: Response): void {
  if (made.has(response)) return;
  for (const [name, value] of Object.entries(SECURITY)) response.headers.set(name, value);
}
