import { checkMoving } from '../contracts/moving-check.ts';
import { checkScale } from '../contracts/scale-check.ts';
import { isPriced, type Terms } from '../contracts/terms.ts';
import { checkTerms } from '../contracts/terms-check.ts';
import { CLAUSE_RULES } from './clauses.ts';
import { making } from './custom.ts';
import { CUSTOM_RULES } from './custom-rules.ts';
import { DEPOSIT_RULES } from './deposit.ts';
import { type Finding, GRADES, type LintScene, type Rule } from './finding.ts';
import { lawFindings } from './law.ts';
import { MONEY_RULES } from './money.ts';
import { MOVING_RULES } from './moving.ts';
import { PARTY_RULES } from './parties.ts';
import { RIGHTS_RULES } from './rights.ts';
import { TAX_RULES } from './tax.ts';
import { ASKED_AT, fixesFor } from './terms-fixes.ts';
import { THING_RULES } from './things.ts';
import { TIME_RULES } from './time.ts';
import { SECRECY_RULES, UNPRICED_RULES } from './unpriced.ts';
import { wayTo } from './way.ts';
import { WORK_RULES } from './work.ts';

/** The rules of the craft; those of law are in `prompts/law/`, those without which there is no contract in `terms-check.ts`. */
export const RULES: readonly Rule[] = [
  ...CUSTOM_RULES,
  ...PARTY_RULES,
  ...MONEY_RULES,
  ...DEPOSIT_RULES,
  ...TAX_RULES,
  ...WORK_RULES,
  ...THING_RULES,
  ...TIME_RULES,
  ...MOVING_RULES,
  ...RIGHTS_RULES,
  ...CLAUSE_RULES,
  ...SECRECY_RULES,
];

/**
 * Everything that stands against a contract, the gravest first: what can't be made or sent like this, what a careful
 * freelancer looks at again, and what could be better. It is lint and no advice: it looks for what is known to go wrong, and
 * its silence promises nothing.
 */
export function lint(scene: LintScene): Finding[] {
  const impossible = impossibleIn(scene);
  // Where the terms can't stand there are no sums and no days to look at.
  if (impossible.length > 0) return impossible;
  // Without a price there is no work to describe and no payment that a law could ask about.
  if (!isPriced(scene.terms)) return gravestFirst(craftOf(scene, UNPRICED_RULES, new Set()));
  const law = lawFindings(scene);
  const silent = new Set(law.flatMap(({ instead }) => instead));
  // A change order stands within its parent's clauses, which were looked at when that was made; law asks of it what it asks of
  // any contract, since the client signs it anew.
  const craft = craftOf(scene, scene.terms.changeOf ? CUSTOM_RULES : RULES, silent);
  return gravestFirst([...law.map(({ finding }) => finding), ...craft]);
}

function impossibleIn(scene: LintScene): Finding[] {
  const block = { title: 'Terms to settle first', grade: 'blocks', sources: [] } as const;
  const problems = problemsOf(scene, scene.terms).map(({ code, field, sentence }): Finding => {
    const [fix, ...also] = fixesFor(code, scene, field);
    const asked = ASKED_AT[code];
    const way = asked && wayTo(asked, scene);
    return { ...block, rule: code, field, sentence, fix, also, way: way ?? wayTo(field, scene) };
  });
  const scale = [
    ...checkScale(scene.terms).map((each) => ({ ...each, field: 'cancellation' as const })),
    ...checkMoving(scene.terms).map(({ fix, ...each }) => ({
      ...{ ...each, field: 'rescheduling' as const, fixes: fix ? [fix] : [] },
    })),
  ].map(({ code, field, sentence, fixes }): Finding => {
    // A press that leaves something else in the way would be refused.
    const [fix, ...also] = fixes.flatMap(({ label, ...values }) => making(scene, label, values) ?? []);
    return { ...block, rule: code, field, sentence, fix, also, way: wayTo(field, scene) };
  });
  return [...problems, ...scale];
}

const problemsOf = ({ today, template }: LintScene, terms: Terms) => checkTerms(terms, today, template?.requires);

const gravestFirst = (findings: readonly Finding[]) =>
  [...findings].sort((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade));

function craftOf(scene: LintScene, rules: readonly Rule[], silent: ReadonlySet<string>): Finding[] {
  return rules.flatMap((rule): Finding[] => {
    const found = silent.has(rule.id) ? undefined : rule.check(scene);
    if (!found) return [];
    const way = found.way ?? wayTo(found.field, scene);
    return [{ ...found, way, rule: rule.id, title: rule.title, grade: found.grade ?? rule.grade, sources: [] }];
  });
}
