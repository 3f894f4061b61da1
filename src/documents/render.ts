import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Paper } from './paper.ts';
import { remember } from './remember.ts';
import type { Answer, Order } from './render-worker.ts';
import type { SealOrder } from './seal-pdf.ts';

export type Documents = {
  /** The PDF of a paper, not to be changed in place. Equal papers give equal bytes. Rejects (a fault: try again later) when over 64 wait. */
  render(paper: Paper): Promise<Uint8Array>;
  /** Used through `createSealer`. */
  seal(order: SealOrder): Promise<Uint8Array>;
  /** Ends the thread; what still waits is rejected. */
  close(): Promise<void>;
};

type Log = { warn(facts: object, message: string): void };
type Options = { readonly log: Log; readonly startWorker?: () => Worker; readonly timeoutMs?: number };
type Job = { readonly order: Order; resolve(bytes: Uint8Array): void; reject(error: Error): void; deaths: number };

const WAITING_MAX = 64;
const TIMEOUT_MS = 20_000;
/** Documents of some 40 kB each: what a client looks at twice is not set twice. */
const REMEMBERED = 64;
const MEMORY_MB = 256;

/** Beside the built bundle the thread is a `.js` file; from source it is TypeScript and brings its own loader. */
export function startRenderWorker(): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }, name: 'documents' };
  const built = ['./render-worker.js', '../render-worker.js'].map((path) => new URL(path, import.meta.url));
  const entry = built.find((url) => existsSync(url));
  if (entry) return new Worker(entry, options);
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = new URL('./dist/esm/api/index.mjs', tsx).href;
  const source = new URL('./render-worker.ts', import.meta.url).href;
  const start = `import('${loader}').then((tsx) => { tsx.register(); return import('${source}'); })`;
  return new Worker(start, { ...options, eval: true });
}

/**
 * One thread for all documents, started on first use: setting a page takes tens of milliseconds, which on the main
 * thread would delay every acknowledgement to Slack. A thread that dies is replaced and its order tried once more.
 */
export function createDocuments({ log, startWorker = startRenderWorker, timeoutMs = TIMEOUT_MS }: Options): Documents {
  const waiting: Job[] = [];
  let worker: Worker | undefined;
  let current: Job | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function next(): void {
    if (current || closed) return;
    current = waiting.shift();
    if (!current) {
      worker?.unref();
      return;
    }
    worker ??= start();
    worker.ref();
    timer = setTimeout(giveUp, timeoutMs);
    worker.postMessage(current.order);
  }

  function finish(settle: (job: Job) => void): void {
    clearTimeout(timer);
    const job = current;
    current = undefined;
    if (job) settle(job);
    next();
  }

  function start(): Worker {
    const started = startWorker();
    started.on('message', (answer: Answer) => {
      if (worker !== started) return;
      finish((job) => ('bytes' in answer ? job.resolve(answer.bytes) : job.reject(new Error(answer.error))));
    });
    started.on('error', (error) => died(started, error.message));
    started.on('exit', (code) => died(started, `exit code ${code}`));
    return started;
  }

  function died(which: Worker, reason: string): void {
    if (worker !== which) return;
    worker = undefined;
    log.warn({ reason }, 'the rendering thread ended and will be started again');
    if (current && current.deaths === 0) {
      current.deaths = 1;
      waiting.unshift(current);
      finish(() => undefined);
    } else finish((job) => job.reject(new Error(`The rendering thread ended twice on one document: ${reason}`)));
  }

  function giveUp(): void {
    const stuck = worker;
    worker = undefined;
    void stuck?.terminate();
    log.warn({ timeoutMs }, 'a document took too long; the rendering thread was ended');
    finish((job) => job.reject(new Error(`The document was not ready after ${timeoutMs} ms.`)));
  }

  function enqueue(order: Order): Promise<Uint8Array> {
    if (closed) return Promise.reject(new Error('Documents are closed.'));
    if (waiting.length >= WAITING_MAX) return Promise.reject(new Error('Too many documents are waiting.'));
    return new Promise((resolve, reject) => {
      waiting.push({ order, resolve, reject, deaths: 0 });
      next();
    });
  }

  return {
    render: remember((paper) => enqueue({ kind: 'render', paper }), REMEMBERED),
    seal: (order) => enqueue({ kind: 'seal', ...order }),
    async close() {
      closed = true;
      clearTimeout(timer);
      const stopping = worker;
      worker = undefined;
      for (const job of [current, ...waiting.splice(0)]) job?.reject(new Error('Documents were closed.'));
      current = undefined;
      await stopping?.terminate();
    },
  };
}
