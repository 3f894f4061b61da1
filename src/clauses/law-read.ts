import { join } from 'node:path';
import { z } from 'zod';
import { readParts } from './front-matter.ts';
import { markdownFiles, promptsFolder } from './read.ts';

/** What a rule looks at; `lint/law.ts` has the check of each name. */
export const LAW_CHECKS = [
  'addresses',
  'client-address',
  'itemised',
  'pay-date',
  'pay-within',
  'list-date',
  'full-pay',
  'interest-kept',
  'private-interest',
  'withdrawal-told',
  'withdrawal-form',
  'withdrawal-waived',
  'early-start',
  'early-date',
  'deposit-share',
  'cancelling-share',
  'moving-share',
  'given-back',
  'sum-named',
  'reverse-charge',
  'client-tax-number',
] as const;
export type LawCheck = (typeof LAW_CHECKS)[number];

const ClientKind = z.enum(['business', 'private', 'any']);

const LawRule = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/),
  asks: z.enum(LAW_CHECKS),
  /** Narrower than the pack's, where one law says different things for the two. */
  client: ClientKind.default('any'),
  grade: z.enum(['blocks', 'warns', 'suggests']),
  days: z.int().positive().optional(),
  /** Thousandths of a percent. */
  percentMilli: z.int().min(1).max(100_000).optional(),
  /** Percentage points over the base rate that the law itself grants. */
  points: z.int().positive().optional(),
  /** The sum in euros that the terms have to name, and the library's wording that names it. */
  euros: z.int().positive().optional(),
  wording: z.string().optional(),
  /** General rules that say the same less exactly; they are silent where this one speaks. */
  instead: z.array(z.string()).default([]),
  /** The provision, as a lawyer would cite it, and where it can be read. */
  cite: z.string().min(10).max(160),
  link: z.url({ protocol: /^https$/ }),
  /** What was compared on the pack's day: the law's own text, or only what others write of it, which is shown with the rule. */
  readIn: z.enum(['text', 'secondary']).default('text'),
  /** What follows “The law of X”; names in braces are put in by the check. */
  words: z.string().min(30).max(300),
});
export type LawRule = z.infer<typeof LawRule>;

const LawPack = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  version: z.int().positive(),
  title: z.string().min(5).max(80),
  /** As it follows “The law of”. */
  law: z.string().min(3).max(40),
  /** A country (`GB`), a group of them (`EEA`), a state (`US-NY`) or a city (`US-NY-NYC`). */
  places: z.array(z.string().regex(/^(EEA|[A-Z]{2}(-[A-Z]{2}(-[A-Z]{3})?)?)$/)).min(1),
  /** Whose place counts. */
  party: z.enum(['either', 'client']),
  client: ClientKind,
  /** Packs that this one takes the place of where it holds: a country's own law says the same more exactly. */
  over: z.array(z.string()).default([]),
  /** Smaller contracts are not meant, in minor units. */
  threshold: z.strictObject({ minor: z.int().positive().transform(BigInt), currency: z.string() }).optional(),
  /** The day on which someone last compared the rules with their sources. */
  checkedOn: z.iso.date(),
  rules: z.array(LawRule).min(1),
});
export type LawPack = z.infer<typeof LawPack>;

let loaded: readonly LawPack[] | undefined;

/** The law packs of `prompts/law/`, read and checked once a process. A broken file is a fault. */
export function lawPacks(): readonly LawPack[] {
  loaded ??= readLaw(promptsFolder());
  return loaded;
}

function readLaw(folder: string): readonly LawPack[] {
  const packs = markdownFiles(join(folder, 'law')).map(({ name, text }) => {
    const { facts, body } = readParts(name, text);
    const rules = body.split(/^(?=## )/m).map((part) => readRule(name, part));
    const pack = LawPack.parse({ ...facts, rules }, { reportInput: true });
    if (`${pack.id}.md` !== name) throw new Error(`${name}: the id is ${pack.id}`);
    const stray = pack.rules.find(({ id }) => !id.startsWith(`${pack.id}.`));
    if (stray) throw new Error(`${name}: the rule ${stray.id} is not named after its pack`);
    return pack;
  });
  const ids = packs.flatMap(({ rules }) => rules.map(({ id }) => id));
  if (new Set(ids).size < ids.length) throw new Error('two rules of law have one id');
  const over = packs.flatMap((pack) => pack.over).find((id) => !packs.some((pack) => pack.id === id));
  if (over) throw new Error(`no law pack ${over} to take the place of`);
  return packs;
}

/** One rule: its id as a heading, its facts line by line, an empty line, its words. */
function readRule(file: string, part: string): Record<string, unknown> {
  const [, id, facts, words] = /^## (\S+)\n([\s\S]*?)\n\n([\s\S]+)$/.exec(part.trim()) ?? [];
  if (!id || !facts || !words) throw new Error(`${file}: not a rule: ${part.slice(0, 60)}`);
  return { ...readParts(`${file}, ${id}`, `---\n${facts}\n---\n`).facts, id, words: words.replace(/\s*\n\s*/g, ' ') };
}
