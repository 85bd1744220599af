import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** Shortest secret of a site, in bytes. */
export const SHORTEST_SECRET = 32;

/** Keeps what must not be read by who reads the database, and signs what must not be forged. */
export interface Seal {
  /** Encrypts a text; the same text gives another result each time. */
  close(text: string): Buffer;
  /** @throws {Error} when it was sealed with another key, or changed since. */
  open(sealed: Uint8Array): string;
  /** A keyed hash by which an address is found again; letter case and spaces at the ends do not matter. */
  mark(address: string): Buffer;
  /** A signature over a purpose and its parts, for links and forms; 32 characters that may stand in an address. */
  sign(purpose: string, ...parts: ReadonlyArray<string | number>): string;
  /** Whether the signature is of this purpose and these parts; takes as long for a wrong one as for a right one. */
  signed(signature: string, purpose: string, ...parts: ReadonlyArray<string | number>): boolean;
}

const NONCE = 12;
const TAG = 16;
/** Characters of a signature: 192 bits. */
const SIGNATURE = 32;

/**
 * A seal made from the secret of the site.
 * AES-256-GCM and HMAC-SHA-256 with keys derived by HKDF (RFC 5869), one for each use.
 * @throws {RangeError} when the secret is too short to be one.
 */
export function sealWith(secret: string): Seal {
  const bytes = Buffer.from(secret, "utf8");
  if (bytes.length < SHORTEST_SECRET) throw new RangeError(`The secret has ${bytes.length} bytes; at least ${SHORTEST_SECRET} are needed.`);
  const key = (use: string): Buffer => Buffer.from(hkdfSync("sha256", bytes, "", `safeguard-atlas ${use}`, 32));
  const [address, mark, signature] = [key("address"), key("mark"), key("signature")];
  const sign: Seal["sign"] = (purpose, ...parts) =>
    createHmac("sha256", signature)
      .update(JSON.stringify([purpose, ...parts.map(String)]))
      .digest("base64url")
      .slice(0, SIGNATURE);
  return {
    close(text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", address, nonce);
      return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed) {
      const whole = Buffer.from(sealed);
      const decipher = createDecipheriv("aes-256-gcm", address, whole.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAuthTag(whole.subarray(whole.length - TAG));
      return Buffer.concat([decipher.update(whole.subarray(NONCE, whole.length - TAG)), decipher.final()]).toString("utf8");
    },
    mark: (text) => createHmac("sha256", mark).update(text.trim().toLowerCase(), "utf8").digest(),
    sign,
    signed(given, purpose, ...parts) {
      const right = Buffer.from(sign(purpose, ...parts));
      const other = Buffer.from(given);
      return other.length === right.length && timingSafeEqual(other, right);
    },
  };
}
