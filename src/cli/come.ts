/** Remembers from which address each request came, for as long as the request lives. */
export interface Come {
  note(request: Request, address: string): void;
  /** Empty when it is not known. */
  from(request: Request): string;
}

/**
 * `proxied`: a proxy of ours stands in front, and its last entry in X-Forwarded-For is the address; any entry before may be
 * made up by the reader. Without a proxy the header is not believed.
 */
export function cameFrom(proxied: boolean): Come {
  const addresses = new WeakMap<Request, string>();
  return {
    note: (request, address) => addresses.set(request, address),
    from(request) {
      const said = proxied ? request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() : "";
      return said || (addresses.get(request) ?? "");
    },
  };
}
