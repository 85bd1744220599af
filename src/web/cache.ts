import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Shown } from "./header.ts";

const compress = promisify(brotliCompress);

/** Quality for pages at rest: worked out once, behind the second answer. */
const AT_REST = 11;
/** Quality for the first answer: about two milliseconds a page, on another thread. */
const IN_PASSING = 4;

/** One rendered page at rest. */
export interface Kept {
  readonly status: number;
  readonly body: Uint8Array;
  /** Filled in behind the second answer, so that no reader waits for it. */
  brotli: Uint8Array | null;
  /** Whether anybody has asked for the page a second time. */
  again?: boolean;
  readonly etag: string;
  /** Who may show it; this site alone when it is left out. */
  readonly shown?: Shown | undefined;
  /** Whether the page is another one for readers who save data. */
  readonly spares?: boolean;
  /** What it is when it is no page: its media type, and the name under which readers keep it. */
  readonly file?: { readonly type: string; readonly name: string };
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
    if (!kept) return undefined;
    this.#kept.delete(address);
    this.#kept.set(address, kept);
    kept.again = true;
    return kept;
  }

  /** Keeps a page. */
  put(address: string, kept: Kept): void {
    this.#kept.set(address, kept);
    this.#bytes += kept.body.length;
    for (const [oldest, page] of this.#kept) {
      if (this.#bytes <= this.#limit) break;
      this.#kept.delete(oldest);
      this.#bytes -= page.body.length;
    }
  }
}

/** Pages whose compression at rest has begun. */
const resting = new WeakSet<Kept>();

/**
 * The page in brotli: as it is at rest or, until that is done, as fast as possible. A page is put to rest in the background
 * when it is asked for again; a crawler asks once for every page, and compressing all of them would keep the processors busy for nobody.
 */
export function brotliOf(kept: Kept): Uint8Array | Promise<Uint8Array> {
  if (kept.brotli) return kept.brotli;
  if (kept.again && !resting.has(kept)) {
    resting.add(kept);
    void compressed(kept.body, AT_REST).then((brotli) => {
      kept.brotli = brotli;
    });
  }
  return compressed(kept.body, IN_PASSING);
}

/** Brotli of a body; quality 0 (fast) to 11 (small). */
function compressed(body: Uint8Array, quality: number): Promise<Uint8Array> {
  return compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
}
