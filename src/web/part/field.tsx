import { Fault } from "../../api/fault.ts";
import type { Visit } from "../visit.ts";
import { punctuation } from "./punctuation.ts";

/** The id of the message that stands beside a field, for `aria-describedby`. */
export function errorId(field: string): string {
  return `e-${field}`;
}

/** What an input needs while its value cannot be read: that it is invalid, and where the message stands. Nothing otherwise. */
export function invalid(fault: Fault | null | undefined, field: string): { "aria-invalid"?: "true"; "aria-describedby"?: string } {
  return fault?.field === field ? { "aria-invalid": "true", "aria-describedby": errorId(field) } : {};
}

/**
 * The message beside a field whose value cannot be read, with up to eight of the values that can stand there. Nothing for
 * other fields. `words` says it in the language of the page; the fault's own English stands there otherwise, marked as such.
 */
export function FieldError({ fault, field, words, visit }: { fault: Fault | null | undefined; field: string; words?: string; visit: Visit }) {
  if (fault?.field !== field) return <></>;
  return (
    <span class="error" id={errorId(field)} role="alert">
      <span lang={words === undefined && visit.locale !== "en" ? "en" : undefined}>{words ?? fault.message}</span>
      {fault.allowed.length > 0 && (
        <>
          {" "}
          {visit.t("frame.allowed")} {fault.allowed.slice(0, 8).join(punctuation(visit.locale).comma)}
          {fault.allowed.length > 8 && ", …"}
        </>
      )}
    </span>
  );
}

/**
 * Makes a page's view; a Fault of the question becomes a value, so that the page can show the form again with the message
 * beside the field (and answer with status 400). Every other error passes on.
 */
export async function attempt<T>(
  make: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly fault: null } | { readonly value: null; readonly fault: Fault }> {
  try {
    return { value: await make(), fault: null };
  } catch (error) {
    if (error instanceof Fault && error.status === 400) return { value: null, fault: error };
    throw error;
  }
}
