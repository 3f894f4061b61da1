import type { AssembledClause, Template } from '../clauses/clause.ts';
import { plainText, toText } from '../clauses/clause.ts';
import type { Client } from '../clients/client.ts';
import { type TermName, type Terms, term } from '../contracts/terms.ts';
import type { Day } from '../shared/dates.ts';
import type { Business } from '../workspaces/workspace.ts';

/** The button Check on the card. */
export const LINT = 'contract:lint';

/** `blocks`: it can't be sent like this; `warns`: a careful freelancer looks again; `suggests`: it could be better. */
export const GRADES = ['blocks', 'warns', 'suggests'] as const;
export type Grade = (typeof GRADES)[number];

/** What lint looks at. It reads nothing else, so the same contract on the same day has the same findings. */
export type LintScene = {
  readonly terms: Terms;
  readonly clauses: readonly Pick<AssembledClause, 'id' | 'title' | 'number' | 'custom' | 'markdown' | 'source'>[];
  readonly business: Pick<
    Business,
    'name' | 'email' | 'country' | 'address' | 'currency' | 'taxId' | 'taxRateMilli' | 'timeZone'
  >;
  /** The client's own entry, once there is one: it may know an address that the contract does not have yet. */
  readonly client: (Pick<Client, 'country' | 'address'> & Partial<Pick<Client, 'id' | 'taxId'>>) | undefined;
  /** What the version was made of, the library's or the workspace's own; undefined where it is not there any more. */
  readonly template: Pick<Template, 'id' | 'requires' | 'defaults' | 'own'> | undefined;
  readonly today: Day;
  /** Whether the text may still be worded anew; what was sent keeps its words. */
  readonly draft: boolean;
};

/** The kind of work as the library names it, also where a workspace made its template its own. */
export const workOf = ({ template }: Pick<LintScene, 'template'>) => template?.own?.fromId ?? template?.id;

/** The sentence of the contract that a finding is about, and its clause as the contract numbers it. */
export type Quote = { readonly clause: string; readonly sentence: string };
/** The terms as one press would make them. */
export type Fix = { readonly label: string; readonly terms: Terms };
/** Where a value is typed that only a person knows: a field of the contract's form or of the business, or another window. */
export type AskedTerm = TermName | 'cap' | 'hours' | 'place';
export type Way =
  | { readonly opens: 'terms'; readonly field: AskedTerm }
  | { readonly opens: 'business'; readonly field: BusinessField }
  | { readonly opens: 'client' }
  | { readonly opens: 'wordings' }
  | { readonly opens: 'templates' };
export type BusinessField = 'address' | 'taxId' | 'taxRate';

/** A rule of law that stands behind a finding: what it is, where it can be read, when someone last did, and in what. */
export type LawSource = {
  rule: string;
  pack: string;
  cite: string;
  link: string;
  checkedOn: Day;
  readIn: 'text' | 'secondary';
  because: string;
};

export type Found = {
  readonly sentence: string;
  /** The term a form would show it beside. */
  readonly field?: TermName | undefined;
  readonly quote?: Quote | undefined;
  readonly fix?: Fix | undefined;
  /** The other presses, where several things settle it: the words may be wrong, or the term. */
  readonly also?: readonly Fix[] | undefined;
  /** Where it is typed, when that is not the field itself. */
  readonly way?: Way | undefined;
  /** What else can be done about it than what the buttons do. */
  readonly edit?: string | undefined;
  /** Where this contract makes it worse or milder than the rule is. */
  readonly grade?: Grade | undefined;
};

/** What a check of law found: what goes into the rule's words, and what can be done about it. */
export type Miss = Pick<Found, 'field' | 'quote' | 'fix' | 'also' | 'way' | 'edit'> & {
  readonly said?: Record<string, string>;
};

export type Rule = {
  readonly id: string;
  /** What it is about, for people; the id is for us. */
  readonly title: string;
  readonly grade: Grade;
  check(scene: LintScene): Found | undefined;
};

export type Finding = Found & {
  readonly rule: string;
  readonly title: string;
  readonly grade: Grade;
  /** Empty where it is a rule of the craft. */
  readonly sources: readonly LawSource[];
};

type Values = { [K in TermName]?: NonNullable<Terms[K]>['value'] | undefined };

/** Terms with other values, as if the freelancer had typed them; undefined takes a term away. */
export function changed(terms: Terms, values: Values): Terms {
  const next: Record<string, unknown> = { ...terms };
  for (const [name, value] of Object.entries(values))
    if (value === undefined) delete next[name];
    else next[name] = term(value, 'form');
  return next as Terms;
}

/** The library's clauses of a family: `late-payment` finds `late-payment-business`. Custom wording is not of any. */
export function clausesNamed({ clauses }: LintScene, ...names: readonly string[]): LintScene['clauses'] {
  return clauses.filter(({ id, custom }) => !custom && names.some((name) => id === name || id.startsWith(`${name}-`)));
}

/** No sentence ends within a German date, “bis zum 1. Dezember”, nor behind a short form: “der Preis ist ca. 9.000 €”. */
const ENDS = new RegExp(
  [
    String.raw`(?<=[.!?])(?<!(?<!\d)\d{1,2}\.(?=\s+(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)))`,
    String.raw`(?<!(?<![\p{L}])(?:approx|ca|zzgl|inkl|incl|excl|exkl|bzw|Nr|(?:\p{L}+-)?IdNr|\p{L}*[Ss]tr|Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Hr|z\. ?B|e\.g|i\.e|p\. ?ej)\.)`,
    String.raw`(?<!(?<![\p{L}])(?:No|Art|Abs|max|min|Std|St|Fr|Tel|[Nn]úm)\.(?=\s+\d))\s+|\n+`,
  ].join(''),
  'u',
);

export function sentencesOf(text: string): string[] {
  return text
    .split(ENDS)
    .map((sentence) => sentence.replace(/^- /, '').trim())
    .filter(Boolean);
}

const flat = (words: string) => words.replace(/\s+/g, ' ').trim();

/** Whether the contract's text has these words. Terms that can't stand have no text, and lack nothing in it. */
export function isInText({ clauses }: LintScene, words: string): boolean {
  const wanted = flat(plainText(words));
  return clauses.length === 0 || clauses.some(({ markdown }) => flat(toText(markdown)).includes(wanted));
}

/** The first sentence with these words, in the clauses of these names or, with none named, anywhere. */
export function quoteOf(scene: LintScene, words: RegExp | string, ...names: readonly string[]): Quote | undefined {
  const has = (sentence: string) => (typeof words === 'string' ? sentence.includes(words) : words.test(sentence));
  for (const { number, title, markdown } of names.length > 0 ? clausesNamed(scene, ...names) : scene.clauses) {
    const sentence = sentencesOf(toText(markdown)).find(has);
    if (sentence) return { clause: `${number}. ${title}`, sentence };
  }
  return undefined;
}
