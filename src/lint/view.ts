import type { Button, KnownBlock, ModalView } from '@slack/types';
import { EDIT_ACTION } from '../clients/client.ts';
import { askedLabel } from '../contracts/asked-form.ts';
import { CLAUSES, type Version } from '../contracts/contract.ts';
import type { TermName, Terms } from '../contracts/terms.ts';
import { formatDay } from '../shared/dates.ts';
import { cut } from '../shared/typed.ts';
import { actions, alert, button, context, divider, header, modal, section } from '../slack/blocks.ts';
import { join, link, md, quote } from '../slack/mrkdwn.ts';
import { DESK_ACTION, profileForm } from '../workspaces/profile-form.ts';
import { type AskedTerm, type Finding, GRADES, type Grade, type LintScene, type Way } from './finding.ts';
import { packsFor } from './law.ts';
import { lint, RULES } from './lint.ts';

/** A change that is made at once; the second and third of a finding have a number behind it. */
const FIX = 'lint:fix';
/** The way to the field in which it is typed. */
export const WAY = 'lint:way';
const LINT_VIEW = 'contract:lint';

const TITLES: Record<Grade, string> = {
  blocks: 'Blocks: it is not sent like this',
  warns: 'Warns: look again',
  suggests: 'Suggests: could be better',
};
/** Four blocks each, and Slack shows a hundred; whoever has more begins with these. */
const SHOWN = 22;
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
      return [
        divider(),
        header(TITLES[grade]),
        ...those.flatMap((each, at) => [...(at > 0 ? [divider()] : []), ...findingBlocks(version, scene, each)]),
      ];
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

function findingBlocks(version: Version, scene: LintScene, finding: Finding): KnownBlock[] {
  const { rule, title, sentence, quote: said, sources, edit } = finding;
  const lines = [
    ...sources.map(({ cite, link: url, checkedOn, readIn, because }) => {
      const seen = readIn === 'secondary' ? ' from what others write of it, not its own text' : '';
      return join([link(url, cite), md`, as noted ${formatDay(checkedOn)}${seen}. ${because}.`], '');
    }),
    ...(edit ? [md`${edit}`] : []),
  ];
  const presses = pressesOf(version, scene, finding);
  return [
    section(
      join(
        [md`*${title}*\n${sentence}`, ...(said ? [quote(`“${cut(said.sentence, QUOTE)}” (${said.clause})`)] : [])],
        '\n',
      ),
    ),
    ...(presses.length > 0 ? [actions(presses, rule)] : []),
    ...(lines.length > 0 ? [context(join(lines, '\n'))] : []),
  ];
}

/** What a finding can be settled with: first what is done at once, then where it is typed. */
export function pressesOf(version: Pick<Version, 'id'>, scene: LintScene, finding: Finding): Button[] {
  const { rule, fix, also = [], way } = finding;
  const fixes = [...(fix ? [fix] : []), ...also].slice(0, PRESSES);
  const made = fixes.map((each, at) => {
    const said = at === 0 ? `Fix: ${each.label}` : `Or: ${each.label}`;
    return button(said, at === 0 ? FIX : `${FIX}.${at}`, [version.id, rule, each.label].join('|'), { label: said });
  });
  return [...made, ...(way ? wayButton(version, scene, rule, way) : [])];
}

/** More choices than these are typed. */
const PRESSES = 3;

function wayButton({ id }: Pick<Version, 'id'>, { terms, client }: LintScene, rule: string, way: Way): Button[] {
  if (way.opens === 'templates') return [button('Open your templates', DESK_ACTION, 'templates')];
  if (way.opens === 'wordings') return [button('Choose another wording', CLAUSES, id)];
  if (way.opens === 'client') return client?.id ? [button('Open the client’s details', EDIT_ACTION, client.id)] : [];
  const said =
    way.opens === 'business' ? `Your business: ${profileForm.label(way.field)}` : termLabel(way.field, terms);
  return said ? [button(said, WAY, [id, rule].join('|'))] : [];
}

function termLabel(field: AskedTerm, terms: Terms): string | undefined {
  const label = askedLabel(field, terms);
  return label && `${terms[field as TermName] === undefined ? 'Fill in' : 'Change'}: ${label}`;
}
