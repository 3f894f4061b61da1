/**
 * The rendering thread: the only place that loads the PDF engines (pdfmake to set, libpdf to seal). It takes one order
 * at a time from `render.ts` and answers with bytes. Nothing it runs may read a file or an address that an order names.
 */
import { parentPort } from 'node:worker_threads';
import type { Paper } from './paper.ts';
import { applySeal, type SealOrder } from './seal-pdf.ts';
import { typeset } from './typeset.ts';

export type Order = { readonly kind: 'render'; readonly paper: Paper } | ({ readonly kind: 'seal' } & SealOrder);
export type Answer = { readonly bytes: Uint8Array } | { readonly error: string };

async function carryOut(order: Order): Promise<Answer> {
  try {
    return { bytes: order.kind === 'render' ? await typeset(order.paper) : await applySeal(order) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', async (order: Order) => {
  parentPort?.postMessage(await carryOut(order));
});
