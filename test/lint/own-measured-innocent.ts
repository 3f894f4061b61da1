import type { Measured } from './own-measured-cases.ts';

/** What says the same as those contracts, or speaks of something else. */
export const INNOCENT: readonly (readonly [of: Measured, ...sentences: string[]])[] = [
  [
    'web',
    'USt-IdNr. des Auftraggebers: DE123456788.',
    'Our VAT number is DE811111115.',
    'Letters are sent by registered mail to Main Street 1, 20095 Hamburg.',
    'Notices go by post to Main Street 1.',
    'Invoices go to 3 people in your house.',
    'You may use the pages on your website and on Instagram.',
    'Print use needs our consent.',
    'We show the pages in our portfolio once they are public.',
    'We may show the pages in our portfolio.',
    'Your portfolio page shows six projects.',
    'Nothing is shown in our portfolio without your consent.',
  ],
  ['hours', 'We do not show the work in our portfolio.'],
];
