/** A request that cannot be answered as it stands: what is wrong with which field, and what to do. */
export class Fault extends Error {
  readonly status: 400 | 403 | 404 | 405 | 413 | 414 | 415;
  readonly field: string;
  readonly allowed: readonly string[];

  constructor(status: Fault["status"], field: string, message: string, allowed: readonly string[] = []) {
    super(message);
    this.name = "Fault";
    this.status = status;
    this.field = field;
    this.allowed = allowed;
  }
}
