import { expect, test } from "vitest";
import { startWorker } from "./worker.ts";

test("a chore is done again and again, a fault is logged, and stopping waits for what is being done", async () => {
  let done = 0;
  let running = 0;
  const lines: string[] = [];
  const worker = startWorker(
    [
      {
        name: "quick",
        every: 0.001,
        async work() {
          running += 1;
          await new Promise((resolve) => setTimeout(resolve, 2));
          running -= 1;
          done += 1;
        },
      },
      { name: "broken", every: 0.001, work: () => Promise.reject(new Error("no database")) },
    ],
    (line) => lines.push(line),
  );
  while (done < 3) await new Promise((resolve) => setTimeout(resolve, 1));
  await worker.stop();
  const at = done;
  expect(running).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(done).toBe(at);
  // What failed waits longer than what did not.
  expect(lines).toEqual(["broken: no database"]);
});
