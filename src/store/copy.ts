import type { Duplex } from "node:stream";
import type { Connection, Submittable } from "pg";

/** A cell of a row to copy; null is SQL's null. */
export type Cell = string | number | boolean | null;

interface CopyConnection extends Connection {
  readonly stream: Duplex;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

const CHUNK = 1 << 16;

/** `COPY … FROM STDIN` in text form, for `pg`, which has no bulk writing of its own. Respects back-pressure. */
export class CopyStatement implements Submittable {
  /** Number of rows written; rejects with the server's error, or with that of the rows' iterator. */
  readonly done: Promise<number>;
  readonly #text: string;
  readonly #rows: Iterable<readonly Cell[]>;
  #resolve: (rows: number) => void = () => {};
  #reject: (reason: unknown) => void = () => {};
  #failure: unknown = null;
  #count = 0;

  constructor(text: string, rows: Iterable<readonly Cell[]>) {
    this.#text = text;
    this.#rows = rows;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: Connection): void {
    connection.query(this.#text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.#send(connection).then(
      () => {
        if (this.#failure === null) connection.endCopyFrom();
      },
      (error: unknown) => {
        this.#failure ??= error;
        connection.sendCopyFail("the rows could not be read");
      },
    );
  }

  async #send(connection: CopyConnection): Promise<void> {
    let chunk = "";
    for (const row of this.#rows) {
      chunk += lineOf(row);
      this.#count += 1;
      if (chunk.length < CHUNK) continue;
      connection.sendCopyFromChunk(Buffer.from(chunk));
      chunk = "";
      if (connection.stream.writableNeedDrain) await drained(connection.stream);
      if (this.#failure !== null) return;
    }
    if (chunk) connection.sendCopyFromChunk(Buffer.from(chunk));
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (this.#failure === null) this.#resolve(this.#count);
    else this.#reject(this.#failure);
  }

  handleError(error: unknown): void {
    this.#failure ??= error;
    // After a server error a ReadyForQuery follows; after a broken connection nothing does.
    this.#reject(this.#failure);
  }
}

function lineOf(row: readonly Cell[]): string {
  let line = "";
  for (const [index, cell] of row.entries()) line += index === 0 ? cellText(cell) : `\t${cellText(cell)}`;
  return `${line}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell !== "string") return String(cell);
  return /[\\\n\r\t]/.test(cell) ? cell.replace(/[\\\n\r\t]/g, escaped) : cell;
}

function escaped(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  return character === "\t" ? "\\t" : "\\\\";
}

function drained(stream: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      stream.off("drain", finish);
      stream.off("close", finish);
      resolve();
    };
    stream.on("drain", finish);
    stream.on("close", finish);
  });
}
