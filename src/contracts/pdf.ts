import type { Documents } from '../documents/render.ts';
import { hex, sha256 } from '../platform/crypto.ts';
import type { Database } from '../platform/database.ts';
import type { Version } from './contract.ts';
import { contractDocument } from './document.ts';
import { contractPaper } from './paper.ts';
import { sealedFileOf } from './seal-read.ts';
import { contractViewOf } from './view-read.ts';

/** Printed papers by the hash of what they say: a client who downloads twice, or a preview pressed twice, costs one page. */
const printed = new Map<string, Promise<Uint8Array>>();
const KEPT = 40;

/** A version as a PDF: the sealed file where there is one, else printed from what is stored. */
export async function contractPdf(db: Database, documents: Documents, version: Version): Promise<Uint8Array> {
  const sealed = await sealedFileOf(db, version.workspaceId, version.id);
  if (sealed) return sealed.bytes;
  const paper = contractDocument(contractPaper(await contractViewOf(db, version)));
  const key = `${version.workspaceId}/${hex(sha256(JSON.stringify(paper)))}`;
  const known = printed.get(key);
  if (known) return known;
  const printing = documents.render(paper);
  printed.set(key, printing);
  printing.catch(() => printed.delete(key));
  for (const old of printed.keys()) {
    if (printed.size <= KEPT) break;
    printed.delete(old);
  }
  return printing;
}
