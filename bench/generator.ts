import { connect, type Socket } from "node:net";

/** What one run of the load generator saw. */
export interface Run {
  readonly requests: number;
  /** Length of the run, in seconds. */
  readonly seconds: number;
  /** Bytes received, headers included. */
  readonly bytes: number;
  /** Time of the middle request and of the hundredth slowest, in milliseconds. */
  readonly middle: number;
  readonly slow: number;
}

/** A request that is sent again and again. */
export interface Asked {
  readonly port: number;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Status that every answer must have. */
  readonly status: number;
}

const END = Buffer.from("\r\n\r\n");
const LAST_CHUNK = "0\r\n\r\n";

/**
 * Sends the request over keep-alive connections, each with one request under way, for some seconds.
 * Answers are read to their end but not kept. An answer of another status ends the run with an error.
 */
export async function drive(asked: Asked, connections: number, seconds: number): Promise<Run> {
  const request = requestOf(asked);
  const times: number[] = [];
  let bytes = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({ port: asked.port, host: "127.0.0.1", noDelay: true });
      let sent = performance.now();
      let answer = begin();
      socket.on("connect", () => {
        sent = performance.now();
        socket.write(request);
      });
      socket.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        const wrong = take(answer, chunk, asked);
        if (wrong) return fail(socket, reject, wrong);
        if (!answer.done) return;
        const now = performance.now();
        times.push(now - sent);
        if (now >= until) {
          socket.destroy();
          resolve();
          return;
        }
        answer = begin();
        sent = now;
        socket.write(request);
      });
      socket.on("error", reject);
      socket.on("end", () => reject(new Error(`The server on port ${asked.port} closed a connection in the middle of a run.`)));
    });
  await Promise.all(Array.from({ length: connections }, one));
  const length = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    seconds: length,
    bytes,
    middle: times[Math.floor(times.length / 2)] ?? 0,
    slow: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

interface Reading {
  head: Buffer | null;
  /** Bytes of the body still to come; -1 while the end of the last chunk is awaited. */
  left: number;
  tail: string;
  done: boolean;
}

function begin(): Reading {
  return { head: null, left: 0, tail: "", done: false };
}

/** Takes a part of an answer; gives what is wrong with it, or nothing. */
function take(reading: Reading, chunk: Buffer, asked: Asked): string {
  let body = chunk;
  if (reading.left === 0) {
    const whole = reading.head ? Buffer.concat([reading.head, chunk]) : chunk;
    const end = whole.indexOf(END);
    if (end < 0) {
      reading.head = whole;
      return "";
    }
    const head = whole.toString("latin1", 0, end).toLowerCase();
    const status = Number(head.slice(9, 12));
    if (status !== asked.status) return `The server on port ${asked.port} answered ${asked.path} with ${status}, not ${asked.status}.`;
    body = whole.subarray(end + END.length);
    const length = /\ncontent-length: (\d+)/.exec(head)?.[1];
    if (status === 304) reading.left = 0;
    else if (length !== undefined) reading.left = Number(length);
    else if (head.includes("\ntransfer-encoding: chunked")) reading.left = -1;
    else return `The server on port ${asked.port} does not say how long its answer is.`;
    if (reading.left === 0) {
      reading.done = true;
      return "";
    }
  }
  if (reading.left > 0) {
    reading.left -= body.length;
    reading.done = reading.left === 0;
    if (reading.left < 0) return `The server on port ${asked.port} sent more than it had announced.`;
    return "";
  }
  reading.tail = (reading.tail + body.toString("latin1", Math.max(0, body.length - LAST_CHUNK.length))).slice(-LAST_CHUNK.length);
  reading.done = reading.tail === LAST_CHUNK;
  return "";
}

function fail(socket: Socket, reject: (reason: Error) => void, message: string): void {
  socket.destroy();
  reject(new Error(message));
}

function requestOf({ path, port, headers = {} }: Asked): Buffer {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
}
