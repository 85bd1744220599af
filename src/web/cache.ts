import { brotliCompress, constants } from "node:zlib";
import { promisify } from "node:util";

const compress = promisify(brotliCompress);

/** Quality for pages at rest: worked out once, behind the first answer. */
const AT_REST = 11;
/** Quality for the first answer: about two milliseconds a page, on another thread. */
export const IN_PASSING = 4;

/** One rendered page at rest. */
export interface Kept {
  readonly status: number;
  readonly body: Uint8Array;
  /** Filled in behind the first answer, so that no reader waits for it. */
  brotli: Uint8Array | null;
  readonly etag: string;
}

/** Rendered pages by address, least recently used out first. A new revision empties it. */
export class PageCache {
  readonly #kept = new Map<string, Kept>();
  readonly #limit: number;
  #bytes = 0;
  #edition = "";

  /** `limit`: bytes of pages at rest. */
  constructor(limit = 64 * 1024 * 1024) {
    this.#limit = limit;
  }

  /** Drops everything when the edition (revision and day) is another one. */
  edition(edition: string): void {
    if (edition === this.#edition) return;
    this.#edition = edition;
    this.#kept.clear();
    this.#bytes = 0;
  }

  get(address: string): Kept | undefined {
    const kept = this.#kept.get(address);
    if (kept) {
      this.#kept.delete(address);
      this.#kept.set(address, kept);
    }
    return kept;
  }

  /** Keeps a page and compresses it in the background. */
  put(address: string, kept: Kept): void {
    const edition = this.#edition;
    this.#kept.set(address, kept);
    this.#bytes += kept.body.length;
    for (const [oldest, page] of this.#kept) {
      if (this.#bytes <= this.#limit) break;
      this.#kept.delete(oldest);
      this.#bytes -= page.body.length;
    }
    void compressed(kept.body, AT_REST).then((brotli) => {
      if (this.#edition === edition) kept.brotli = brotli;
    });
  }
}

/** Brotli of a body; quality 0 (fast) to 11 (small). */
export function compressed(body: Uint8Array, quality: number): Promise<Uint8Array> {
  return compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
}
