import { Fault } from "../../../api/fault.ts";
import { type Subject, subjectOf } from "../../../api/subject.ts";
import { mailboxOf } from "../../../domain/mailbox.ts";
import { LONGEST } from "../../../store/desk/feedback.ts";
import type { Visit } from "../../visit.ts";

/** What a reader has written in the form, as it was sent. */
export interface Written {
  readonly page: string;
  readonly what: string;
  readonly suggested: string;
  readonly source: string;
  readonly email: string;
}

/** What was sent, without characters that nobody types: they could steer a terminal or forge a line. */
export function writtenIn(query: URLSearchParams): Written {
  const given = (name: string): string => (query.get(name) ?? "").trim();
  const words = (name: string): string =>
    given(name)
      .replace(/\r\n?/g, "\n")
      .replace(/(?!\n)\p{Cc}/gu, " ");
  return { page: given("page"), what: words("what"), suggested: words("suggested"), source: given("source"), email: given("email") };
}

/**
 * The page that is written about, when every field can be read.
 * @throws {Fault} 400 with the first field that cannot.
 */
export function checked(visit: Visit, written: Written): Subject {
  const wrong = (field: string, message: string): never => {
    throw new Fault(400, field, message);
  };
  const subject = subjectOf(visit, written.page, visit.origin);
  if (!subject) return wrong("page", "The page is not one of this site.");
  if (written.what === "" || written.what.length > LONGEST.what) wrong("what", `Say what is wrong in at most ${LONGEST.what} characters.`);
  if (written.suggested.length > LONGEST.suggested) wrong("suggested", `At most ${LONGEST.suggested} characters.`);
  if (written.source !== "" && !isSource(written.source)) wrong("source", "The source is not a web address.");
  if (written.email !== "" && !mailboxOf(written.email)) wrong("email", "The e-mail address cannot be read.");
  return subject;
}

/** Whether it is a web address that a reader could follow; one with a name and password in it is not. */
function isSource(text: string): boolean {
  if (text.length > LONGEST.source || /[\s\p{Cc}]/u.test(text) || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === "" && password === "" && hostname.includes(".");
}
