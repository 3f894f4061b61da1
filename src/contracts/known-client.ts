import { cut } from '../shared/typed.ts';
import { type Terms, term } from './terms.ts';

const FACTS = [
  { name: 'clientTaxId', field: 'taxId', called: 'VAT number' },
  { name: 'clientAddress', field: 'address', called: 'address' },
] as const;

type Told = {
  readonly code: `brief.${string}`;
  readonly sentence: string;
  readonly answers: readonly { readonly label: string; readonly set: Readonly<Record<string, string>> }[];
};

/** Spaces, dots and capitals make no other number and no other address. */
const bare = (value: string) => value.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/**
 * Where the client's own entry has another VAT number or address than the brief, the entry stands, as it will in the contract, and the
 * difference is told with both to press.
 */
export function againstEntry(terms: Terms, entry: Terms): { terms: Terms; notes: Told[] } {
  const others = FACTS.flatMap(({ name, field, called }) => {
    const [read, known] = [terms[name], entry[name]];
    if (read?.origin !== 'brief' || !known || bare(read.value) === bare(known.value)) return [];
    const sentence = `The brief has ${called} “${cut(read.value, 80)}”, and the client’s own entry “${cut(known.value, 80)}”. The entry stands unless you choose.`;
    const answers = [known.value, read.value].map((value) => ({ label: cut(value, 70), set: { [field]: value } }));
    return [
      { known: { [name]: term(known.value, 'client') }, note: { code: 'brief.entry' as const, sentence, answers } },
    ];
  });
  return {
    terms: Object.assign({}, terms, ...others.map(({ known }) => known)),
    notes: others.map(({ note }) => note),
  };
}
