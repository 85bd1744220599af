import type { SiteLocale } from "../domain/locale.ts";
import type { AssetFile } from "./asset.ts";
import { brotliOf, type Kept } from "./cache.ts";
import { type Shown, secured } from "./header.ts";

/** Answers with a rendered page: 304 when the reader has it, brotli where it is at rest. */
export async function keptResponse(kept: Kept, request: Request, locale: SiteLocale): Promise<Response> {
  const headers: Record<string, string> = {
    "content-type": "text/html; charset=utf-8",
    "content-language": locale,
    "cache-control": "public, max-age=0, must-revalidate",
    etag: kept.etag,
    vary: kept.spares ? "accept-encoding, save-data" : "accept-encoding",
  };
  if (kept.file) {
    headers["content-type"] = kept.file.type;
    headers["content-disposition"] = `inline; filename="${kept.file.name}"`;
  }
  if (kept.status === 200 && (request.headers.get("if-none-match") ?? "").includes(kept.etag)) return secured(null, 304, headers, kept.shown);
  if (kept.file && !/^(?:text|image\/svg)/.test(kept.file.type)) return secured(bytes(kept.body), kept.status, headers, kept.shown);
  if (accepts(request.headers.get("accept-encoding") ?? "")) {
    return secured(bytes(await brotliOf(kept)), kept.status, { ...headers, "content-encoding": "br" }, kept.shown);
  }
  return secured(bytes(kept.body), kept.status, headers, kept.shown);
}

/** Answers with a file of the build. Files whose address carries their hash never change. */
export function assetResponse(file: AssetFile | undefined, encoding = "", immutable = false, shown: Shown = "here"): Response {
  if (!file) return secured("There is no such file.\n", 404, { "content-type": "text/plain; charset=utf-8" });
  const headers: Record<string, string> = {
    "content-type": file.type,
    "cache-control": immutable ? "public, max-age=31536000, immutable" : "public, max-age=86400",
    vary: "accept-encoding",
  };
  if (file.brotli && accepts(encoding)) return secured(bytes(file.brotli), 200, { ...headers, "content-encoding": "br" }, shown);
  return secured(bytes(file.body), 200, headers, shown);
}

/** Answers with the worker of kept pages. It may answer for the whole site, and the browser asks each time whether it is still the same. */
export function workerResponse(file: AssetFile | undefined): Response {
  const answer = assetResponse(file);
  answer.headers.set("cache-control", "no-cache");
  answer.headers.set("service-worker-allowed", "/");
  return answer;
}

function accepts(encoding: string): boolean {
  return /(?:^|,)\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/.test(encoding);
}

function bytes(body: Uint8Array): Uint8Array<ArrayBuffer> {
  return body as Uint8Array<ArrayBuffer>;
}
