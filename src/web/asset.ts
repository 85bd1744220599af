import type { Places } from "./map/places.ts";
import type { Methods } from "./method/text.ts";

/** One file for the browser, kept in memory with its compressed form. */
export interface AssetFile {
  readonly type: string;
  readonly body: Uint8Array;
  readonly brotli: Uint8Array | null;
}

/** What the build made for the browser: addresses carry a hash of the content, so they never change. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  readonly sprite: string;
  readonly places: Places;
  readonly files: ReadonlyMap<string, AssetFile>;
  /** The texts on method, made from docs/methods. */
  readonly methods: Methods;
}
