import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import { BlockList, isIP } from "node:net";

/** What a message is sent with; the part of the Fetch standard that is needed. */
export type Post = (url: string, init: { headers: Readonly<Record<string, string>>; body: string; signal: AbortSignal }) => Promise<{ status: number }>;

/** Addresses of machines that nobody outside can reach: what is inside must not be reached through us. */
const INSIDE = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  INSIDE.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  // Also addresses that hold one of the fourth version: the old form, and those that are led over (6to4, NAT64).
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const)
  INSIDE.addSubnet(net, bits, "ipv6");

/** Whether an address is of a machine that nobody outside can reach. An IPv4 address within an IPv6 one counts as itself. */
export function isInside(address: string): boolean {
  return INSIDE.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** This machine itself, for programs that run beside the site. */
function isLoopback(hostname: string): boolean {
  const name = bare(hostname);
  return name === "localhost" || name === "::1" || /^127\.\d+\.\d+\.\d+$/.test(name);
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** What is wrong with the address of a receiver, in a sentence; empty when nothing is. */
export function addressFault(address: string): string {
  if (!URL.canParse(address)) return "The address cannot be read. Write one such as https://example.org/hook.";
  const { protocol, hostname, username, password, hash } = new URL(address);
  if (username || password) return "The address holds a name or password. Leave them out: every message is signed.";
  if (hash) return "The address holds a part after #, which is never sent. Leave it out.";
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback(hostname)))
    return "The address must begin with https://; http:// is for this machine alone.";
  if (isIP(bare(hostname)) && !isLoopback(hostname) && isInside(bare(hostname)))
    return `${bare(hostname)} is an address inside a network. Name a receiver that can be reached from outside.`;
  return "";
}

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** Looks a name up and gives no address inside: it is the address that was looked at that the connection goes to. */
function lookupOutside(hostname: string, options: LookupOptions, found: Found): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    const inside = addresses?.find((one) => isInside(one.address));
    if (error || !first) found(error ?? new Error(`${hostname} has no address`), []);
    else if (inside) found(new Error(`${hostname} leads to ${inside.address}, inside a network`), []);
    else if (options.all) found(null, addresses);
    else found(null, first.address, first.family);
  });
}

/**
 * Sends a message to a receiver outside. No redirect is followed, no cookie kept, and of the answer nothing but the status read.
 * @throws {Error} when the address is not one that may be sent to, no connection comes about, or the signal ends it.
 */
export const postOutside: Post = (url, { headers, body, signal }) =>
  new Promise((resolve, reject) => {
    const fault = addressFault(url);
    if (fault) return reject(new Error(fault));
    const { protocol, hostname } = new URL(url);
    const request = (protocol === "https:" ? secure : plain)(
      url,
      {
        method: "POST",
        headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
        signal,
        agent: false,
        ...(isLoopback(hostname) ? {} : { lookup: lookupOutside as never }),
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0 });
        response.destroy();
      },
    );
    request.on("error", reject);
    request.end(body);
  });
