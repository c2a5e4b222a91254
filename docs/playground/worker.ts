import type { Reply, Request } from "./protocol.ts";
import { createSession } from "./session.ts";

/** The part of a worker's scope that is used; the page's types name a window instead. */
interface WorkerScope {
  postMessage(reply: Reply): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
}

/** Where browsers refuse workers, as for pages opened from a disk, the page loads this file itself. */
interface PageScope {
  newsdumpSession?: typeof createSession;
}

const isWorker = typeof document === "undefined";

if (isWorker) {
  const scope = globalThis as unknown as WorkerScope; // a dedicated worker, see above
  const answer = createSession((reply) => scope.postMessage(reply));
  scope.onmessage = ({ data }) => void answer(data);
} else {
  (globalThis as PageScope).newsdumpSession = createSession;
}
