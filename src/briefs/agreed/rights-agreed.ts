import { type Sourced, type Terms, term } from '../../contracts/terms.ts';
import type { Note } from '../passages/text.ts';
import type { LicenceSaid, RightsSaid } from './rights.ts';
import type { Piece } from './topics.ts';
import { bare, inShort } from './words.ts';

/** Whose words a brief is: of who makes the work, or of the client who writes to them. */
export type Voice = 'maker' | 'client';

type Rights = NonNullable<Terms['rights']>['value'];
type Told = { readonly piece: Piece; readonly said: RightsSaid | undefined };

/**
 * The rights that the pieces of a brief agree upon. A licence that is told in several sentences is one; what none of them limits is
 * not limited, and the person reads so.
 */
export function rightsAgreed(all: readonly Told[]): { found: Sourced<Rights> | undefined; notes: Note[] } {
  const told = all.filter((one): one is { piece: Piece; said: RightsSaid } => one.said !== undefined);
  const [first] = told;
  const unread = all.find(({ said }) => said === undefined)?.piece;
  if (!first) return { found: undefined, notes: unread ? [openNote(unread)] : [] };
  const licences = told.flatMap(({ piece, said }) => (said.kind === 'licence' ? [{ piece, said }] : []));
  if (licences.length === 0)
    return { found: term({ kind: 'assignment' as const }, 'brief', bare(first.piece.text)), notes: [] };
  const whole = licences.length === told.length ? joined(licences.map(({ said }) => said)) : undefined;
  if (!whole || (!whole.kept && isBare(whole))) return { found: undefined, notes: [openNote(unread ?? first.piece)] };
  const best = licences.toSorted((a, b) => partsOf(b.said) - partsOf(a.said))[0] ?? licences[0];
  const quote = bare(best?.piece.text ?? first.piece.text);
  const value: Rights = {
    kind: 'licence',
    use: whole.use ?? 'all uses',
    territory: whole.territory ?? 'worldwide',
    months: whole.months ?? null,
  };
  return { found: term(value, 'brief', quote), notes: [...widened(whole, quote), ...alone(whole, quote)] };
}

const PARTS = ['use', 'territory', 'months'] as const;
const partsOf = (said: LicenceSaid) => PARTS.filter((name) => said[name] !== undefined).length;
const isBare = (said: LicenceSaid) => partsOf(said) === 0;

/** Several sentences about one licence; undefined where they differ. */
function joined(licences: readonly LicenceSaid[]): LicenceSaid | undefined {
  const values = PARTS.map((name) => [
    ...new Set(licences.flatMap((one) => (one[name] === undefined ? [] : [one[name]]))),
  ]);
  if (values.some(({ length }) => length > 1)) return undefined;
  const [use, territory, months] = values.map(([value]) => value);
  return {
    kind: 'licence',
    use: use as LicenceSaid['use'],
    territory: territory as LicenceSaid['territory'],
    months: months as LicenceSaid['months'],
    exclusive: licences.some(({ exclusive }) => exclusive),
    kept: licences.some(({ kept }) => kept),
  };
}

/** What the brief does not limit is said, since a contract has to say something of it. */
function widened({ use, territory, months }: LicenceSaid, quote: string): Note[] {
  const open = [
    ...(use === undefined ? ['for all uses'] : []),
    ...(territory === undefined ? ['worldwide'] : []),
    ...(months === undefined ? ['without end'] : []),
  ];
  if (open.length === 0) return [];
  const sentence = `“${inShort(quote)}” is taken as a licence ${open.join(', ')}, since the brief sets no such limit.`;
  return [{ code: 'brief.licence', field: 'rights', sentence, quote }];
}

function alone({ exclusive }: LicenceSaid, quote: string): Note[] {
  if (!exclusive) return [];
  const sentence =
    'The brief wants the licence to be exclusive. The usual wording does not say so: choose the exclusive one under “Wordings” on the card.';
  return [{ code: 'brief.exclusive', field: 'rights', sentence, quote }];
}

function openNote({ text }: Piece): Note {
  const sentence = `The brief says “${inShort(text)}”. Say who has the rights in the work: the client, or the client a licence for what, where and how long.`;
  return { code: 'brief.rights', field: 'rights', sentence, quote: bare(text) };
}
