import type { Fault } from "./fault.ts";

/** A problem document (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly field?: string;
  readonly allowed?: readonly string[];
}

const TITLES: Readonly<Record<number, string>> = {
  400: "The request cannot be read",
  403: "The request came from elsewhere",
  404: "Nothing stands at this address",
  405: "This address is only read",
  413: "The request is too large",
  414: "The address is too long",
  415: "The form is of another kind",
  500: "Something went wrong on our side",
};

/** The problem document for a status. */
function problemOf(status: number, detail: string, fault?: Fault): Problem {
  return {
    type: "about:blank",
    title: TITLES[status] ?? "The request failed",
    status,
    detail,
    ...(fault?.field ? { field: fault.field } : {}),
    ...(fault && fault.allowed.length > 0 ? { allowed: fault.allowed } : {}),
  };
}

/** Answers with a problem document. */
export function problemResponse(status: number, detail: string, fault?: Fault): Response {
  return new Response(`${JSON.stringify(problemOf(status, detail, fault))}\n`, {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8" },
  });
}
