import { afterAll, describe, expect, test } from 'vitest';
import { type CertificateFacts, certificatePaper } from '../../src/contracts/certificate.ts';
import { signedDocument } from '../../src/contracts/certificate-document.ts';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { type ContractPaper, type ContractStatus, contractDocument } from '../../src/contracts/document.ts';
import type { Proof } from '../../src/contracts/evidence-read.ts';
import { summaryFacts } from '../../src/contracts/paper.ts';
import { term } from '../../src/contracts/terms.ts';
import { createDocuments } from '../../src/documents/render.ts';
import { pagesOf, textOf } from '../documents/reading.ts';
import { certificate, contract } from '../documents/samples.ts';

const documents = createDocuments({ log: { warn: () => undefined } });
afterAll(() => documents.close());

const unsigned: ContractPaper = {
  ...contract,
  status: 'draft',
  signatures: contract.signatures.map(({ role, name }) => ({ role, name })),
};

describe('a contract on paper', () => {
  test('shows the parties, the summary, every clause with its number, and says what it is not', async () => {
    const words = await textOf(await documents.render(contractDocument(contract)));
    for (const fact of [contract.title, 'Studio Löv', 'Acme GmbH', 'EUR 4,000.00 plus 19% VAT']) {
      expect(words).toContain(fact);
    }
    for (const { number, title } of contract.clauses) expect(words).toContain(`${number} ${title}`);
    for (const item of ['Logo in three variants', '7 days or less: 100%']) expect(words).toContain(item);
    expect(words).toContain('Template text, not legal advice');
    expect(words).toContain(`${contract.id}, version 2`);
    expect(words).toMatch(/Page 1 of (\d).*Page \1 of \1/s);
  });

  test('the scale of a cancellation, the parts of a price and later dates are one below the other', () => {
    const said = <T>(value: T) => term(value, 'form');
    const slot = { on: '2027-06-12', time: '15:00', minutes: 60, zone: 'Europe/Berlin', place: null };
    const facts = summaryFacts({
      fee: said({ minor: 400_000n, currency: 'EUR' }),
      deliverables: said(deliverablesFrom(['Logo', 'Style guide'])),
      milestones: said(['Concept', 'Final'].map((label) => ({ label, percentMilli: 50_000 }))),
      booking: said(slot),
      laterBookings: said([slot, { ...slot, on: '2027-06-19' }]),
      cancellation: said({ kind: 'tiers', tiers: [{ within: 7, unit: 'days', percentMilli: 100_000 }] }),
    });
    const of = (label: string) => facts.find((fact) => fact.label === label)?.value;
    expect(of('Cancelling')).toBe(
      '7 days or more before: nothing\nless than 7 days before: EUR 4,000.00 (100% of the total price)',
    );
    for (const listed of ['Parts', 'Then']) expect(of(listed)?.split('\n')).toHaveLength(2);
    expect(of('Delivers')).toBe('Logo · Style guide');
  });

  test('marks the clauses that were written for this deal, and only those', async () => {
    const words = await textOf(await documents.render(contractDocument(contract)));
    expect(words.match(/CUSTOM WORDING/g)).toHaveLength(1);
  });

  test('signed, tells who typed which name, when in UTC and in whose zone, and how they were known', async () => {
    const words = await textOf(await documents.render(contractDocument(contract)));
    expect(words).toContain('Dana Fox');
    expect(words).toContain('Mon 22 February 2027, 15:02:01 UTC');
    expect(words).toContain('16:02:01 in Europe/Berlin');
    expect(words).toContain('Signed by typed name, with a one-time code');
    expect(words).not.toContain('Not signed yet');
  });

  test('unsigned, has a place for each signature', async () => {
    const words = await textOf(await documents.render(contractDocument(unsigned)));
    expect(words.match(/Not signed yet/g)).toHaveLength(2);
  });

  test.each([
    ['draft', 'Draft'],
    ['sent', 'Not signed'],
    ['superseded', 'Superseded'],
    ['declined', 'Declined'],
    ['signed', null],
  ] as [ContractStatus, string | null][])('%s: across the page stands %s', (status, mark) => {
    expect(contractDocument({ ...unsigned, status }).watermark).toBe(mark);
  });

  test('a clause of several pages is printed to its last word', async () => {
    const words = Array.from({ length: 3_000 }, (_, at) => `word${at}`).join(' ');
    const long = { number: '1', title: 'Long', blocks: [{ kind: 'paragraph' as const, runs: [{ text: words }] }] };
    const printed = await textOf(await documents.render(contractDocument({ ...contract, clauses: [long] })));
    for (const word of ['word0', 'word1500', 'word2999']) expect(printed).toContain(word);
  });

  const lasting = (words: string, title = 'Last words') => ({
    number: '9.',
    title,
    blocks: words.split('\n').map((each) => ({ kind: 'paragraph' as const, runs: [{ text: each }] })),
  });
  const fillers = (count: number) =>
    Array.from({ length: count }, (_, at) => lasting(`Filler ${at}. `.repeat(9), `F${at}`));

  test.each([
    ['a short clause', 'Nothing else was agreed.'],
    ['a long one', `${'It goes on and on. '.repeat(200)}\nNothing else was agreed.`],
  ])('signatures never stand on a page of their own: the end of %s is there too', async (_, words) => {
    for (let count = 8; count < 24; count++) {
      const clauses = [...fillers(count), lasting(words)];
      const pages = await pagesOf(await documents.render(contractDocument({ ...contract, clauses })));
      const signing = pages.filter((page) => page.includes('Signatures'));
      expect(signing, `${count} clauses before`).toHaveLength(1);
      expect(signing[0], `${count} clauses before`).toContain('Nothing else was agreed.');
    }
  });

  test('a clause that fits on a page is on one page, with its list', async () => {
    const list = ['One', 'Two', 'Three'].map((item) => ({
      kind: 'list' as const,
      runs: [{ text: `${item} of three` }],
    }));
    const listed = { ...lasting('You receive:'), blocks: [...lasting('You receive:').blocks, ...list] };
    for (let count = 0; count < 12; count++) {
      const clauses = [...fillers(count), listed, ...fillers(3)];
      const pages = await pagesOf(await documents.render(contractDocument({ ...contract, clauses })));
      const receiving = pages.find((page) => page.includes('You receive:'));
      expect(receiving, `${count} clauses before`).toMatch(/Last words.*Three of three/);
    }
  });

  test('names as long as a page do not push a signature off the page', async () => {
    const name = 'Baron '.repeat(300);
    const signatures = contract.signatures.map((one) => ({ ...one, name }));
    const printed = await textOf(await documents.render(contractDocument({ ...contract, signatures })));
    expect(printed.match(/Baron/g)).toHaveLength(600);
    expect(printed).toContain('16:02:01 in Europe/Berlin');
  });
});

describe('the certificate of completion', () => {
  /** What a client leaves who opens the link and asks for codes for as long as they like. */
  const at = (minute: number) => new Date(Date.UTC(2027, 1, 1, 10, minute));
  const signedAt = at(5_000);
  const proof = (kind: string, subjectId: string, first: Date, last = first, count = 1): Proof => ({
    kind,
    subjectId,
    actor: 'cnt_dana',
    first,
    last,
    count,
  });
  const facts = (proofs: Proof[]): CertificateFacts => ({
    view: {
      version: { textSha256: new Uint8Array(32) },
      parties: { freelancer: { name: 'Studio Löv', lines: [] } },
      signers: [],
    } as never,
    signedAt,
    details: new Map(),
    proofs,
    mails: [],
    sealKeyId: 'key',
  });

  test('tells what was done again and again in one line, and each version sent, seen and signed in its own', () => {
    const { events } = certificatePaper(
      facts([
        proof('contract.sent', 'ver_1', at(0)),
        proof('link.opened', 'lnk_1', at(1), at(90), 1_300),
        proof('contract.sent', 'ver_2', at(100)),
        proof('link.opened', 'lnk_2', at(101)),
        proof('contract.signed', 'ver_2', signedAt),
        proof('reminder.sent', 'stp_1', at(50)),
      ]),
    );
    expect(events.map(({ what }) => what)).toEqual([
      'Signed the contract and sent it',
      'Opened the link from the mail; 1301 times, the last on 2027-02-01 11:41:00 UTC',
      'Signed the contract and sent it',
      'Signed the contract',
    ]);
  });

  test('says of each mail in plain words what it was, to whom it went and how often', () => {
    const mail = (kind: string, count = 1) => ({
      ...{ kind, address: 'dana@acme.test', messageId: `${kind}@mail`, first: at(1), last: at(3), count },
    });
    const mails = [mail('contract.sent'), mail('signature.code', 2), mail('some.kind-to-come')];
    const { events } = certificatePaper({ ...facts([]), mails });
    const taken = (what: string, id: string) =>
      `${what} was mailed to dana@acme.test and taken by the mail server (${id}@mail)`;
    expect(events.map(({ what }) => what)).toEqual([
      taken('The link to read and sign', 'contract.sent'),
      `${taken('A code for signing', 'signature.code')}; 2 times, the last on 2027-02-01 10:03:00 UTC`,
      taken('A message', 'some.kind-to-come'),
    ]);
  });

  test('has an end, whatever was done to it: the first and the last entries, and how many lie between', async () => {
    const many = Array.from({ length: 4_000 }, (_, n) => proof('contract.sent', `ver_${n}`, at(n)));
    const made = certificatePaper(facts([...many, proof('contract.signed', 'ver_4000', signedAt)]));
    expect(made.events).toHaveLength(121);
    expect(made.events[40]?.what).toBe('3881 more entries stand in the record of the project');
    expect(made.events.at(-1)?.what).toBe('Signed the contract');
    expect(await textOf(await documents.render(signedDocument(contract, { ...certificate, ...made })))).toContain(
      '3881 more entries',
    );
  });

  test('tells who signed, how each was identified, what was shown, and what happened when', async () => {
    const words = await textOf(await documents.render(signedDocument(contract, certificate)));
    for (const fact of [
      'Certificate of completion',
      'dana@acme.test',
      'One-time code sent to',
      'I agree to be bound by',
    ]) {
      expect(words).toContain(fact);
    }
    for (const { value } of certificate.hashes) expect(words.replace(/ /g, '')).toContain(value);
    for (const { atUtc, what } of certificate.events) {
      expect(words).toContain(atUtc);
      expect(words).toContain(what);
    }
    expect(words).toContain('self-signed');
    expect(words).toContain(certificate.sealKeyId);
  });

  test('follows the contract in one file, from a new page, numbered through', async () => {
    const pages = await pagesOf(await documents.render(signedDocument(contract, certificate)));
    const first = pages.findIndex((page) => page.includes('Certificate of completion'));
    expect(first).toBeGreaterThan(0);
    expect(pages[first]).not.toContain('Signatures');
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
  });
});
