import type { createSession } from "./session.ts";
import type { Outcome, LinesView, PlaygroundOptions, RecordView, Reply, Request } from "./protocol.ts";

const WORKER = "worker.js";

/** Parses in a worker, or on the page where there are no workers. */
export interface Engine {
  parse(input: Blob, source: string | null, options: PlaygroundOptions, onProgress: (share: number, records: number) => void): Promise<Outcome>;
  record(position: number): Promise<RecordView>;
  lines(position: number, from: number): Promise<LinesView>;
  exportRows(): Promise<Blob>;
  /** Gives up what is being done, and what was parsed. */
  cancel(): void;
}

type Send = (request: Request) => void;
/** A request without its id; distributes over the kinds. */
type Question<R = Request> = R extends Request ? Omit<R, "id"> : never;

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (share: number, records: number) => void;
}

const ignore = (): void => {};

/** Creates the engine; nothing is loaded before the first request. */
export function createEngine(): Engine {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let port: { send: Promise<Send>; stop: () => void } | null = null;

  function receive(reply: Reply): void {
    const asked = waiting.get(reply.id);
    if (reply.kind === "progress") return asked?.onProgress(reply.share, reply.records);
    waiting.delete(reply.id);
    if (reply.kind === "failed") asked?.reject(new Error(reply.message));
    else asked?.resolve(reply);
  }

  async function ask<Kind extends Reply["kind"]>(kind: Kind, question: Question, onProgress = ignore as Waiting["onProgress"]): Promise<Extract<Reply, { kind: Kind }>> {
    port ??= openPort(receive);
    const send = await port.send;
    const id = ++lastId;
    const reply = await new Promise<Reply>((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress });
      send({ ...question, id } as Request); // the question with its id is the request it was made from
    });
    if (reply.kind !== kind) throw new Error(`the worker answered ${reply.kind}`);
    return reply as Extract<Reply, { kind: Kind }>; // just checked
  }

  return {
    parse: async (input, source, options, onProgress) => (await ask("parsed", { kind: "parse", input, source, options }, onProgress)).outcome,
    record: async (position) => (await ask("record", { kind: "record", position })).view,
    lines: async (position, from) => (await ask("lines", { kind: "lines", position, from })).view,
    exportRows: async () => (await ask("exported", { kind: "export" })).file,
    cancel() {
      port?.stop();
      port = null;
      for (const { reject } of waiting.values()) reject(new Error("cancelled"));
      waiting.clear();
    },
  };
}

function openPort(receive: (reply: Reply) => void): { send: Promise<Send>; stop: () => void } {
  const worker = startWorker();
  if (worker === null) return { send: loadIntoPage(receive), stop: ignore };
  worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => receive(data));
  return { send: Promise.resolve((request: Request) => worker.postMessage(request)), stop: () => worker.terminate() };
}

/** `null` for a page opened from a disk, where browsers refuse workers. */
function startWorker(): Worker | null {
  if (location.protocol === "file:") return null;
  return new Worker(WORKER);
}

async function loadIntoPage(receive: (reply: Reply) => void): Promise<Send> {
  const script = document.createElement("script");
  script.src = WORKER;
  await new Promise<void>((resolve, reject) => {
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${WORKER} cannot be loaded`)));
    document.head.append(script);
  });
  const { newsdumpSession } = globalThis as { newsdumpSession?: typeof createSession };
  if (newsdumpSession === undefined) throw new Error(`${WORKER} is not complete`);
  const answer = newsdumpSession(receive);
  return (request) => void answer(request);
}
