/**
 * Something that stands in the way of using the store: no server, a folder in use, a version too old,
 * a change that the record refuses. The message says what was wrong, where, and what to do.
 */
export class StoreProblem extends Error {
  override readonly name = "StoreProblem";
  constructor(
    /** environment: the database or its folder; locked: another program holds it; refused: the data broke a rule. */
    readonly sort: "environment" | "locked" | "refused",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
