import type { KnownBlock, ModalView } from '@slack/types';
import type { Version } from '../contracts/contract.ts';
import { formatDay } from '../shared/dates.ts';
import { cut } from '../shared/typed.ts';
import { actions, alert, button, context, divider, modal, section } from '../slack/blocks.ts';
import { join, link, md } from '../slack/mrkdwn.ts';
import { type Finding, type Fix, GRADES, type Grade, type LintScene } from './finding.ts';
import { packsFor } from './law.ts';
import { lint, RULES } from './lint.ts';

export const FIX = 'lint:fix';
const LINT_VIEW = 'contract:lint';

const TITLES: Record<Grade, string> = {
  blocks: 'Blocks: it is not sent like this',
  warns: 'Warns: look again',
  suggests: 'Suggests: could be better',
};
/** Three blocks each, and Slack shows a hundred; whoever has more begins with these. */
const SHOWN = 28;
const QUOTE = 300;

export type LintSaid = { note?: { level: 'success' | 'info'; sentence: string } };

/** Everything lint found in a version, by grade, each with what it is about, the sentence it is about, and what to press. */
export function lintView(version: Version, scene: LintScene, { note }: LintSaid = {}): ModalView {
  const findings = lint(scene);
  const shown = findings.slice(0, SHOWN);
  const title = version.terms.title?.value ?? 'Contract';
  const blocks: KnownBlock[] = [
    ...(note ? [alert(note.level, note.sentence)] : []),
    section(md`*${title}*, version ${version.number}: ${countWords(findings)}`),
    context(lookedAt(scene)),
    ...GRADES.flatMap((grade) => {
      const those = shown.filter((finding) => finding.grade === grade);
      if (those.length === 0) return [];
      return [divider(), section(md`*${TITLES[grade]}*`), ...those.flatMap((each) => findingBlocks(version, each))];
    }),
    ...(findings.length > SHOWN ? [context(`${findings.length - SHOWN} more come when these are done.`)] : []),
    divider(),
    context(
      'Lint, not legal advice: a template and its rules don’t know your case, and silence promises nothing. Where it matters, ask a lawyer of the place.',
    ),
  ];
  return modal('Check', blocks, { callbackId: LINT_VIEW });
}

/** `1 blocks, 2 warn, 3 suggest`, in words of the same grades as the list below. */
function countWords(findings: readonly Finding[]): string {
  const count = (grade: Grade) => findings.filter((finding) => finding.grade === grade).length;
  const [blocks, warns, suggests] = GRADES.map(count);
  const parts = [
    ...(blocks ? [`${blocks} to settle before it is sent`] : []),
    ...(warns ? [`${warns} to look at again`] : []),
    ...(suggests ? [`${suggests} ${suggests === 1 ? 'suggestion' : 'suggestions'}`] : []),
  ];
  return parts.length > 0 ? `${parts.join(', ')}.` : 'nothing found.';
}

function lookedAt(scene: LintScene): string {
  const packs = packsFor(scene);
  const rules = RULES.length + packs.reduce((sum, { pack }) => sum + pack.rules.length, 0);
  const laws = packs.map(({ pack, because }) => `${pack.title} (${because})`);
  const law = laws.length > 0 ? `Laws: ${laws.join('; ')}.` : 'No law pack fits these places.';
  return cut(`${rules} rules looked at. ${law}`, 2000);
}

/** What to do without the button: beside one it is the other way, alone it is the only one. */
function byHand(edit: string, beside: boolean): string {
  const [, bare] = /^Or (.+)$/.exec(edit) ?? [];
  if (beside) return bare ? edit : `Or by hand: ${edit}`;
  return bare ? bare.charAt(0).toUpperCase() + bare.slice(1) : edit;
}

function findingBlocks(version: Version, finding: Finding): KnownBlock[] {
  const { rule, title, sentence, quote, sources, fix, also, edit } = finding;
  const pressOf = (each: Fix, said: string) =>
    button(said, FIX, [version.id, rule, each.label].join('|'), { label: said });
  const press = fix && pressOf(fix, `Fix: ${fix.label}`);
  const lines = [
    ...(quote ? [md`“${cut(quote.sentence, QUOTE)}” (${quote.clause})`] : []),
    ...sources.map(({ cite, link: url, checkedOn, readIn, because }) => {
      const seen = readIn === 'secondary' ? ' from what others write of it, not its own text' : '';
      return join([link(url, cite), md`, as noted ${formatDay(checkedOn)}${seen}. ${because}.`], '');
    }),
    md`${byHand(edit, fix !== undefined)}`,
  ];
  return [
    section(md`*${title}*\n${sentence}`, press, rule),
    ...(also ? [actions([pressOf(also, `Or: ${also.label}`)])] : []),
    context(join(lines, '\n')),
  ];
}
