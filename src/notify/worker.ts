/** Something that a running site does again and again. */
export interface Chore {
  readonly name: string;
  /** Seconds between the end of one time and the beginning of the next. */
  readonly every: number;
  work(): Promise<unknown>;
}

/** Chores that are being done. */
export interface Worker {
  /** Begins nothing any more; resolves when what is being done has ended. */
  stop(): Promise<void>;
}

/** Seconds after which a chore that failed is tried again, at least. */
const AFTER_FAULT = 30;

/** Does each chore by itself, again and again; what fails is logged and tried again later. Several programs may do the same chores. */
export function startWorker(chores: readonly Chore[], log: (line: string) => void): Worker {
  const stopping = new AbortController();
  const running = chores.map(async ({ name, every, work }) => {
    while (!stopping.signal.aborted) {
      let wait = every;
      try {
        await work();
      } catch (error) {
        if (stopping.signal.aborted) return;
        log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
        wait = Math.max(every, AFTER_FAULT);
      }
      await pause(wait * 1000, stopping.signal);
    }
  });
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      stop.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    stop.addEventListener("abort", done);
  });
}
