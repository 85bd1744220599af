/** Headers of every answer: nothing from elsewhere, no frames, no tracking, no sniffing. */
export const SECURITY: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "strict-transport-security": "max-age=31536000",
};

/** Answers that were made with these headers. Looking into an answer's headers would cost more than making it. */
const made = new WeakSet<Response>();

/** An answer with the headers that every answer has. */
export function secured(body: Uint8Array<ArrayBuffer> | string | null, status: number, headers: Readonly<Record<string, string>>): Response {
  const response = new Response(body, { status, headers: { ...SECURITY, ...headers } });
  made.add(response);
  return response;
}

/** Gives an answer that was made elsewhere the headers that every answer has. */
export function secure(response: Response): void {
  if (made.has(response)) return;
  for (const [name, value] of Object.entries(SECURITY)) response.headers.set(name, value);
}
