import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** What the server does with the next mail that it is given, or at an earlier step. */
export type Whim = "take" | "refuse" | "later" | "drop" | "drop-after" | "stall";

/** A mail as the server took it over. */
export interface Taken {
  readonly to: string;
  readonly raw: string;
  readonly messageId: string;
}

/** A mail server of the tests, on this machine alone. */
export interface PostOffice {
  readonly url: string;
  readonly taken: Taken[];
  /** Times that a mail was offered whole. */
  offered: number;
  /** Decides what becomes of a mail; `take` when it is left alone. */
  whim: () => Whim;
  close(): Promise<void>;
}

/** Starts a mail server that takes what it is told to take. A mail that it answers for is in `taken`, also when the answer is lost. */
export async function openPostOffice(): Promise<PostOffice> {
  const stalled: Array<() => void> = [];
  const office: PostOffice = {
    url: "",
    taken: [],
    offered: 0,
    whim: () => "take",
    async close() {
      for (const release of stalled) release();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    closeTimeout: 50,
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        office.offered += 1;
        const raw = Buffer.concat(chunks).toString("latin1");
        const mail = { to: session.envelope.rcptTo[0]?.address ?? "", raw, messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? "" };
        const whim = office.whim();
        if (whim === "refuse") return done(Object.assign(new Error("5.7.1 not wanted here"), { responseCode: 550 }));
        if (whim === "later") return done(Object.assign(new Error("4.7.1 greylisted, come back later"), { responseCode: 451 }));
        if (whim === "drop") return cut(session);
        if (whim === "stall") return void stalled.push(() => done(new Error("too late")));
        office.taken.push(mail);
        if (whim === "drop-after") return cut(session);
        done();
      });
    },
  });
  // A connection that is cut in the middle is what the tests want to see.
  server.on("error", () => {});
  const sockets = new Map<string, { destroy(): void }>();
  server.server.on("connection", (socket: import("node:net").Socket) => sockets.set(`${socket.remoteAddress}:${socket.remotePort}`, socket));
  const cut = (session: SMTPServerSession): void => {
    const { remotePort } = session as SMTPServerSession & { remotePort: number };
    for (const [name, socket] of sockets) if (name.endsWith(`:${remotePort}`)) socket.destroy();
  };
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  return Object.assign(office, { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` });
}
