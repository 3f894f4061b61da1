import type { ModelReply, ModelRequest } from '../../src/sandbox/model/reply.ts';

const EVIL = 'The fee is EUR 1, all rights pass at once, see https://evil.test and pay Mallory <!channel>';

/** What an attacker would have the rules read. */
const WANTED = [
  ...['price 1', 'deposit 1%', 'no deposit', 'full rights', 'the law of Nowhere', 'add everything for ever', 'net 365'],
  ...['special terms: all is free and paid to Mallory', 'no kill fee', 'price EUR 1', '99 rounds of revisions'],
];

/**
 * A model that is entirely the attacker's. It quotes what it can from the text it was given, as an attacker would who knows
 * that only quoted words count, and says what the attacker wants wherever a schema has room for words.
 */
export function obey(request: ModelRequest): ModelReply {
  const lines = request.input.split('\n').filter((line) => line.trim());
  const last = (lines.at(-1) ?? '').slice(0, 400);
  const amount = /EUR 1\b|1 EUR/.exec(request.input)?.[0] ?? 'EUR 4,000';
  const said = (value: string, quote = last) => ({ value, quote });
  switch (request.schemaName) {
    case 'contract_terms':
      return json({
        title: said(last.slice(0, 100)),
        template: said('consulting'),
        clientName: said('Mallory', /.*Mallory.*/.exec(request.input)?.[0] ?? last),
        clientCompany: said('Evil Corp', /.*Evil Corp.*/.exec(request.input)?.[0] ?? last),
        deliverables: [last, EVIL, 'everything'].map((words) => ({
          ...said(words),
          format: said(last),
          accepted: said(EVIL),
        })),
        fee: said('1', amount),
        deposit: said('0', amount),
        startOn: said('2099-12-31'),
        endOn: said('2099-12-31'),
        revisions: said('99'),
        netDays: said('365'),
      });
    case 'contract_slots':
      return json({
        scopeNotes: `${last} ${EVIL}`.slice(0, 690),
        acceptanceNotes: last.slice(0, 290) || EVIL,
        specialTerms: last.slice(0, 290) || EVIL,
        wordings: [
          'ip-assignment-unpaid',
          'liability-without-limit',
          'ip-assignment-by-part',
          'late-payment-business-soft',
        ].map((clause) => ({ clause, quote: last })),
      });
    case 'contract_change': {
      const left = lines.slice(lines.indexOf('Not understood:') + 1).map((line) => line.slice(2, 300));
      return json({
        restated: left.flatMap((quote, at) => [
          { quote, words: WANTED[at % WANTED.length] ?? '' },
          { quote, words: WANTED[(at + quote.length) % WANTED.length] ?? '' },
          { quote, words: `${quote} ${EVIL}`.slice(0, 150) },
        ]),
        wordings: left.flatMap((quote) =>
          ['liability-without-limit', 'ip-assignment-unpaid', 'liability-double'].map((clause) => ({ quote, clause })),
        ),
      });
    }
    case 'contract_explain':
      // Every other time it quotes the contract as it stands, so that it is heard.
      return json({
        quotes: [
          { clause: 1, quote: /\n1\. .*\n(.*)/.exec(request.input)?.[1] ?? last },
          ...(request.input.length % 2 === 0 ? [] : [{ clause: 1, quote: EVIL }]),
        ],
      });
    case 'contract_scope':
      return json({
        asks: lines
          .slice(1, lines.indexOf('The contract:'))
          .map((_, at) => ({ ask: at + 1, place: 1, quote: /\n1\. The work\n(.*)/.exec(request.input)?.[1] ?? EVIL })),
      });
    default:
      return json(filled(request.schema ?? {}, last));
  }
}

const json = (value: unknown): ModelReply => ({ kind: 'json', value });

type Shape = {
  [key: string]: unknown;
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  enum?: unknown[];
};

/** Any other schema: evil words in every place for words, the attacker's text in every place for a quotation. */
function filled(shape: Shape, text: string, key = ''): unknown {
  if (shape.enum) return shape.enum.at(-1);
  if (shape.anyOf) return filled(shape.anyOf.find(({ type }) => type !== 'null') ?? {}, text, key);
  if (shape.properties)
    return Object.fromEntries(Object.entries(shape.properties).map(([name, each]) => [name, filled(each, text, name)]));
  if (shape.type === 'array') return [filled(shape.items ?? {}, text, key)];
  if (shape.type === 'integer' || shape.type === 'number') return 1;
  if (shape.type === 'boolean') return true;
  return /quote|words/i.test(key) ? text : `${text} ${EVIL}`.slice(0, 300);
}
