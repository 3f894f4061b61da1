import type { CertificatePaper } from '../../src/contracts/certificate-document.ts';
import type { ClausePaper, ContractPaper } from '../../src/contracts/document.ts';
import type { InvoicePaper } from '../../src/invoices/document.ts';
import type { ReceiptPaper } from '../../src/payments/receipt-document.ts';

const freelancer = {
  name: 'Studio Löv',
  lines: ['Ada Löv', 'Oderberger Straße 12', '10435 Berlin, Germany', 'VAT DE123456788', 'ada@studio-lov.test'],
};
const client = {
  name: 'Acme GmbH',
  lines: ['Dana Fox', 'Friedrichstraße 1', '10117 Berlin, Germany', 'dana@acme.test'],
};

const clauses: ClausePaper[] = [
  [
    'Services',
    'Studio Löv designs the brand identity described in this agreement for Acme GmbH and delivers it by Fri 10 April 2027. The work is done with the care of an experienced professional in the field, and in reasonable consultation with the client.',
  ],
  ['Deliverables', 'The following is delivered, as editable files and as exports for screen and print:'],
  [
    'Fee and deposit',
    'The fee is EUR 4,000.00 plus 19% VAT, in all EUR 4,760.00. A deposit of 50%, EUR 2,380.00, is due within seven days of the signature. Work begins when it has arrived.',
  ],
  [
    'Revisions',
    'Two rounds of revisions are included. A round is one collected list of changes. Further rounds are charged at the hourly rate after the client has agreed in writing to the estimate.',
  ],
  [
    'Late payment',
    'An invoice unpaid on its due date bears interest at the statutory rate from the following day. The freelancer may pause the work until overdue sums are paid, and dates move by the same time.',
  ],
  [
    'Rights',
    'When all invoices are paid, the client receives the exclusive right to use the final deliverables without limit of time, place or medium. Drafts and ideas not chosen stay with the freelancer.',
  ],
  ['Cancellation', 'The client may cancel at any time. The following part of the fee is then due:'],
  [
    'Confidentiality',
    'Each party keeps the other’s confidential information to itself for three years after the end of the work and uses it only for this project.',
  ],
  [
    'Governing law',
    'This agreement is governed by the law of Germany. The courts of Berlin decide disputes, as far as the law allows the choice.',
  ],
].map(([title = '', words = ''], at) => ({
  number: String(at + 1),
  title,
  blocks: [
    { kind: 'paragraph', runs: [{ text: words }] },
    ...(title === 'Deliverables'
      ? ['Logo in three variants', 'Type and colour guide, 12 pages', 'Stationery templates']
      : []
    ).map((item) => ({ kind: 'list' as const, runs: [{ text: item }] })),
    ...(title === 'Cancellation'
      ? ['more than 30 days before the start: the deposit', '30 to 8 days before: 75%', '7 days or less: 100%']
      : []
    ).map((item) => ({ kind: 'list' as const, runs: [{ text: item }] })),
  ],
}));

export const contract: ContractPaper = {
  id: 'ctr_0m1a2b3c4d5e6f7g8h9i0j1k2',
  version: 2,
  status: 'signed',
  title: 'Brand identity',
  subtitle: 'Services agreement between Studio Löv and Acme GmbH',
  madeAt: new Date('2027-02-20T09:00:00Z'),
  freelancer,
  client,
  terms: [
    { label: 'Work', value: 'Brand identity: logo, type and colour guide, stationery' },
    { label: 'Start and end', value: 'Tue 2 March 2027 to Fri 10 April 2027 (Europe/Berlin)' },
    { label: 'Fee', value: 'EUR 4,000.00 plus 19% VAT, in all EUR 4,760.00' },
    { label: 'Deposit', value: '50%, EUR 2,380.00, due seven days after the signature' },
    { label: 'Revisions', value: 'Two rounds' },
  ],
  clauses: [
    ...clauses,
    {
      number: '10',
      title: 'Special terms',
      custom: true,
      blocks: [
        {
          kind: 'paragraph',
          runs: [{ text: 'Rush work: ', bold: true }, { text: 'none is planned. Photos are supplied by the client.' }],
        },
      ],
    },
  ],
  signatures: [
    {
      role: 'Freelancer',
      name: 'Ada Löv, Studio Löv',
      signed: {
        typedName: 'Ada Löv',
        atUtc: 'Sat 20 February 2027, 09:12:44 UTC',
        atLocal: '10:12:44 in Europe/Berlin',
        how: 'signed in to Slack',
      },
    },
    {
      role: 'Client',
      name: 'Dana Fox, Acme GmbH',
      signed: {
        typedName: 'Dana Fox',
        atUtc: 'Mon 22 February 2027, 15:02:01 UTC',
        atLocal: '16:02:01 in Europe/Berlin',
        how: 'with a one-time code',
      },
    },
  ],
};

const consent = 'I agree to be bound by this contract and to sign it electronically.';
export const certificate: CertificatePaper = {
  id: contract.id,
  version: 2,
  title: contract.title,
  completedAt: new Date('2027-02-22T15:02:01Z'),
  completedAtUtc: 'Mon 22 February 2027, 15:02:01 UTC',
  freelancerName: 'Studio Löv',
  signers: [
    {
      role: 'Freelancer',
      name: 'Ada Löv, Studio Löv',
      email: 'ada@studio-lov.test',
      identifiedBy: 'Signed in to the Slack workspace Studio Löv as U012ADA',
      typedName: 'Ada Löv',
      consent,
      atUtc: 'Sat 20 February 2027, 09:12:44 UTC',
      atLocal: '10:12:44 in Europe/Berlin',
    },
    {
      role: 'Client',
      name: 'Dana Fox, Acme GmbH',
      email: 'dana@acme.test',
      identifiedBy: 'One-time code sent to dana@acme.test and entered within 10 minutes',
      typedName: 'Dana Fox',
      consent,
      atUtc: 'Mon 22 February 2027, 15:02:01 UTC',
      atLocal: '16:02:01 in Europe/Berlin',
      device: '203.0.113.9, Firefox 130 on macOS',
    },
  ],
  hashes: [
    { label: 'Text of version 2', value: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
    { label: 'PDF shown', value: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752' },
  ],
  events: [
    { atUtc: '2027-02-20 09:12:44', who: 'Ada Löv', what: 'Signed and sent to dana@acme.test' },
    { atUtc: '2027-02-20 11:30:02', who: 'Dana Fox', what: 'Opened the link' },
    { atUtc: '2027-02-22 15:00:40', who: 'Dana Fox', what: 'Asked for a one-time code' },
    { atUtc: '2027-02-22 15:02:01', who: 'Dana Fox', what: 'Signed version 2' },
  ],
  sealKeyId: 'a2e71d8464ec0da957aad0d8de0b5d60',
};

export const invoice: InvoicePaper = {
  id: 'inv_1',
  title: 'Invoice',
  number: '2027-0004',
  subject: 'Brand identity',
  madeAt: new Date('2027-04-10T06:00:00Z'),
  from: freelancer,
  to: client,
  facts: [
    { label: 'Issued', value: 'Sat 10 April 2027' },
    { label: 'Due', value: 'Sat 24 April 2027' },
    { label: 'Work done', value: 'Tue 2 March to Fri 10 April 2027' },
    { label: 'Contract', value: 'Brand identity, version 2, signed Mon 22 February 2027' },
  ],
  lines: [
    {
      description: 'Brand identity: logo, type and colour guide, stationery',
      quantity: '1',
      unitPrice: '4,000.00',
      taxRate: '19%',
      net: '4,000.00',
    },
    {
      description: 'Extra round of revisions, agreed on Mon 29 March',
      quantity: '4.5',
      unitPrice: '95.00',
      taxRate: '19%',
      net: '427.50',
    },
    { description: 'Printed guide, two copies', quantity: '2', unitPrice: '28.00', taxRate: '7%', net: '56.00' },
  ],
  taxNote: null,
  taxes: [
    { rate: '19%', net: '4,427.50', tax: '841.23' },
    { rate: '7%', net: '56.00', tax: '3.92' },
  ],
  totals: [
    { label: 'Net', value: 'EUR 4,483.50' },
    { label: 'Tax', value: 'EUR 845.15' },
    { label: 'Total', value: 'EUR 5,328.65' },
  ],
  deductions: [
    {
      label: 'Deposit invoice 2027-0001, paid Tue 23 February 2027',
      net: '-2,000.00',
      tax: '-380.00',
      gross: '-2,380.00',
    },
  ],
  due: { label: 'Amount due by Sat 24 April 2027', value: 'EUR 2,948.65' },
  payment: {
    title: 'How to pay',
    facts: [
      { label: 'Account holder', value: 'Studio Löv' },
      { label: 'IBAN', value: 'DE89 3704 0044 0532 0130 00' },
      { label: 'BIC', value: 'COBADEFFXXX' },
      { label: 'Reference', value: '2027-0004' },
    ],
  },
  notes: [
    'Please use the reference, so that the payment finds its invoice. By card: open the link in the e-mail that brought this invoice.',
  ],
};

export const receipt: ReceiptPaper = {
  id: 'pay_1',
  from: freelancer,
  to: client,
  receivedAt: new Date('2027-02-23T10:00:00Z'),
  paid: { label: 'Received', value: 'EUR 2,380.00' },
  facts: [
    { label: 'On', value: 'Tue 23 February 2027' },
    { label: 'By', value: 'Card, ending 4242' },
    { label: 'For', value: 'Deposit invoice 2027-0001, EUR 2,380.00' },
  ],
  owed: { label: 'Still owed on this invoice', value: 'EUR 0.00' },
  notes: ['The deposit is taken off the final invoice.'],
};
