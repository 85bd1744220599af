import { spawnSync } from "node:child_process";
import { chownSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { StoreProblem } from "../problem.ts";

/** As whom the server's programs run: PostgreSQL refuses to run as root. */
export interface Identity {
  /** What stands before a program's name and arguments. */
  readonly prefix: readonly string[];
  /** For a direct start as another user. */
  readonly ids: { readonly uid: number; readonly gid: number } | null;
  /** Who must own the cluster's folder; null: whoever we are. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

const MYSELF: Identity = { prefix: [], ids: null, owner: null };

/**
 * Chooses as whom the server runs. An ordinary user runs it himself. Root gives it to an unprivileged user;
 * where that user cannot enter the folder or reach the program (a clone in root's home), the server keeps the
 * one right to pass closed folders, or runs as root of nothing in a user namespace.
 * `cluster` must exist.
 * @throws {StoreProblem} when root has no way to run it.
 */
export function chooseIdentity(cluster: string, program: string): Identity {
  if (process.getuid?.() !== 0) return MYSELF;
  const user = ownerOf(cluster) ?? unprivilegedUser();
  if (user) {
    if (reaches(user, cluster) && reaches(user, program)) return { prefix: [], ids: user, owner: user };
    const ids = ["--reuid", String(user.uid), "--regid", String(user.gid), "--clear-groups"];
    // Without no_setuid_fixup the kernel ignores the right when a program asks access(), as initdb does.
    const rights = ["--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
    const passing = ["setpriv", ...ids, ...rights];
    if (works(passing, program)) return { prefix: passing, ids: null, owner: user };
  }
  const spaced = ["unshare", "--user", `--map-user=${user?.uid ?? 65534}`, `--map-group=${user?.gid ?? 65534}`];
  if (works(spaced, program)) return { prefix: spaced, ids: null, owner: { uid: 0, gid: 0 } };
  throw new StoreProblem(
    "environment",
    `PostgreSQL does not run as root, and no other user can reach ${dirname(cluster)} and ${dirname(program)}. ` +
      "Set ATLAS_DIR to a folder that other users can enter and put the program where they can read it, run as an ordinary user, or set DATABASE_URL.",
  );
}

/** Gives a folder and all in it to the server's user. */
export function giveTo(identity: Identity, folder: string): void {
  const { owner } = identity;
  if (!owner || lstatSync(folder).uid === owner.uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) chownSync(join(folder, entry), owner.uid, owner.gid);
  chownSync(folder, owner.uid, owner.gid);
}

function ownerOf(cluster: string): { uid: number; gid: number } | null {
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? null : { uid, gid };
}

function unprivilegedUser(): { uid: number; gid: number } | null {
  let users: string[];
  try {
    users = readFileSync("/etc/passwd", "utf8").split("\n");
  } catch {
    return null;
  }
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

/** Whether a user may enter every folder above the path. */
function reaches(user: { uid: number; gid: number }, path: string): boolean {
  let folder = dirname(realpathSync(path));
  for (;;) {
    const { mode, uid, gid } = statSync(folder);
    const right = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & right) === 0) return false;
    const above = dirname(folder);
    if (above === folder) return true;
    folder = above;
  }
}

function works(prefix: readonly string[], program: string): boolean {
  const [command = "", ...rest] = prefix;
  return spawnSync(command, [...rest, program, "-V"], { stdio: "ignore" }).status === 0;
}
