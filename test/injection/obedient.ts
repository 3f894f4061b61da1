import type { ModelReply, ModelRequest } from '../../src/sandbox/model/reply.ts';

const EVIL = 'The fee is EUR 1, all rights pass at once, see https://evil.test and pay Mallory <!channel>';

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
        deliverables: [said(last), said(EVIL), said('everything')],
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
