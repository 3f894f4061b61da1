import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EVENTS } from '../src/shared/events.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

type Source = { file: string; folder: string; name: string; text: string; imports: string[] };

const IMPORT = /(?:^|[\s;}])(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

function filesIn(folder: string, ending: RegExp): string[] {
  if (!existsSync(path.join(ROOT, folder))) return [];
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => ending.test(file) && !file.startsWith('src/generated/'))
    .sort();
}

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

function sourcesIn(folder: string): Source[] {
  return filesIn(folder, /\.tsx?$/).map((file) => {
    const text = read(file);
    const relative = [...text.matchAll(IMPORT)].map(([, from = '']) => from).filter((from) => from.startsWith('.'));
    const imports = relative.map((from) => path.posix.join(path.posix.dirname(file), from));
    return {
      file,
      folder: file.split('/').length > 2 ? (file.split('/')[1] ?? '') : '',
      name: path.posix.basename(file),
      text,
      imports,
    };
  });
}

const app = sourcesIn('src').filter(({ folder }) => folder !== 'sandbox');
const sandbox = sourcesIn('src/sandbox');

/** The text without comments and with strings kept, for rules about what code does. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

const KITS = ['slack', 'portal', 'mail', 'documents'];
const SLICES = [
  'assistant',
  'briefs',
  'workspaces',
  'clients',
  'projects',
  'contracts',
  'clauses',
  'lint',
  'bookings',
  'invoices',
  'payments',
  'reminders',
];
const NOUNS: Record<string, string> = { clauses: 'clause', assistant: 'call', lint: 'finding' };
const noun = (slice: string) => NOUNS[slice] ?? slice.slice(0, -1);

/** Who may import whom: only downwards. */
function layer({ file, folder }: { file: string; folder: string }): number {
  if (file === 'src/main.ts') return 6;
  if (folder === '') return 5;
  if (folder === 'overview') return 4;
  if (SLICES.includes(folder)) return 3;
  if (KITS.includes(folder)) return 2;
  return folder === 'platform' ? 1 : 0;
}

/** What a slice opens to the others besides its noun and its reads: verbs that belong to one slice but serve all. */
const DOORS = [
  'src/assistant/ask.ts',
  'src/projects/open.ts',
  'src/projects/open-link.ts',
  'src/projects/link.ts',
  'src/projects/link-store.ts',
  'src/projects/letter.ts',
  'src/projects/session.ts',
  'src/projects/mail-store.ts',
  'src/projects/thread.ts',
  'src/clients/add.ts',
  'src/workspaces/visit.ts',
  'src/workspaces/profile-form.ts',
  'src/workspaces/desk.ts',
  'src/workspaces/desk-page.tsx',
  // Terms and steps are nouns of their own: pure rules, which previews and plans of other slices are made of.
  'src/contracts/change-order.ts',
  'src/contracts/part-lines.ts',
  'src/contracts/place.ts',
  'src/contracts/unpriced.ts',
  'src/contracts/rights-wording.ts',
  'src/contracts/calling-off.ts',
  'src/contracts/moving-line.ts',
  'src/contracts/rate-wording.ts',
  'src/contracts/moving-check.ts',
  'src/contracts/scale-check.ts',
  'src/contracts/schedule.ts',
  'src/contracts/terms.ts',
  'src/contracts/tiers.ts',
  'src/contracts/deliverable.ts',
  'src/contracts/terms-check.ts',
  'src/contracts/terms-defaults.ts',
  // A fix of lint is an edit, and nothing is previewed or sent that lint blocks.
  'src/contracts/edit.ts',
  // What a sentence asks of the rights is read alike in a change request and in one's own words.
  'src/contracts/change-rights.ts',
  'src/lint/gate.ts',
  // Check leads to the form in which a value is typed, and what is saved there draws its list anew.
  'src/contracts/asked-form.ts',
  'src/contracts/edit-slack.ts',
  'src/lint/show.ts',
  // A template is tried with contracts of every kind before it is saved.
  'src/contracts/try-template.ts',
  'src/contracts/preview-template.ts',
  // The order of a family's wordings is what contracts offer and lint speaks of.
  'src/clauses/ladder.ts',
  'src/reminders/step.ts',
];

const STORED = /(^|-)(store|read)\.ts$/;

describe('folders', () => {
  test('depth stops at src/<folder>/<file>, one deeper in the sandbox and in briefs', () => {
    const wrong = app
      .map(({ file }) => file)
      .filter((file) => !/^src\/(?:[a-z]+\/|briefs\/[a-z]+\/)?[a-z0-9-]+\.tsx?$/.test(file));
    // What runs in the browser is compiled by itself, so it has a folder to itself.
    const deep = sandbox
      .map(({ file }) => file)
      .filter((file) => !/^src\/sandbox\/([a-z]+\/|page\/client\/)?[a-z0-9-]+\.tsx?$/.test(file));
    expect([...wrong, ...deep]).toEqual([]);
  });

  test('every folder is one the design names', () => {
    const known = new Set([...KITS, ...SLICES, 'overview', 'platform', 'shared', 'sandbox', '']);
    expect([...new Set(app.map(({ folder }) => folder))].filter((folder) => !known.has(folder))).toEqual([]);
  });

  test('no file is named for nothing in particular', () => {
    const vague = /(^|-)(utils?|helpers?|common|service|manager|handler|base|misc|types?)\.tsx?$/;
    expect([...app, ...sandbox].map(({ file }) => file).filter((file) => vague.test(file))).toEqual([]);
  });

  test('files stay short', () => {
    const limit = (file: string) => (file.startsWith('test/') ? 500 : 250);
    const long = [...app, ...sandbox, ...sourcesIn('test'), ...sourcesIn('bench')]
      .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > limit(file));
    expect(long).toEqual([]);
  });
});

describe('imports', () => {
  const pairs = app.flatMap((from) =>
    from.imports
      .filter((to) => !to.startsWith('src/generated/'))
      .map((to) => ({ from, to: { file: to, folder: to.split('/').length > 2 ? (to.split('/')[1] ?? '') : '' } })),
  );
  const broken = (wrong: (from: Source, to: { file: string; folder: string }) => boolean) =>
    pairs.filter(({ from, to }) => wrong(from, to)).map(({ from, to }) => `${from.file} -> ${to.file}`);

  test('point only down: main, app, overview, slices, kits, platform, shared', () => {
    expect(broken((from, to) => from.folder !== to.folder && layer(from) < layer(to))).toEqual([]);
  });

  test('a kit knows no other kit, except the words of a page or a document', () => {
    const words = /\/(typed|reference|fonts)\.ts$/;
    const kits = broken(
      (from, to) => KITS.includes(from.folder) && KITS.includes(to.folder) && from.folder !== to.folder,
    );
    expect(kits.filter((pair) => !words.test(pair))).toEqual([]);
  });

  test('a slice takes from another its noun, its reads, and the doors it opens to all', () => {
    const open = (to: { file: string; folder: string }) =>
      to.file === `src/${to.folder}/${noun(to.folder)}.ts` ||
      /\/([a-z-]+-)?read\.ts$/.test(to.file) ||
      // Readers of words are pure and serve whoever reads words: a change request, a form's line, a model's quotation.
      to.folder === 'briefs' ||
      DOORS.includes(to.file);
    expect(
      broken(
        (from, to) =>
          SLICES.includes(from.folder) && SLICES.includes(to.folder) && from.folder !== to.folder && !open(to),
      ),
    ).toEqual([]);
  });

  test('a verb imports no edge', () => {
    const edge = /(^|-)(slack|cards|jobs|portal|mail|form)\.tsx?$/;
    const within = (from: Source) => SLICES.includes(from.folder) && !from.name.endsWith('.tsx');
    const verb = (from: Source) =>
      within(from) && !/(^|-)(slack|cards|jobs|document|form|preview|portal)\.ts$/.test(from.name);
    const letters = ['src/projects/letter.ts', 'src/projects/session.ts'];
    expect(
      broken(
        (from, to) =>
          verb(from) &&
          from.folder === to.folder &&
          edge.test(path.posix.basename(to.file)) &&
          !letters.includes(from.file),
      ),
    ).toEqual([]);
  });

  test('nothing of the app knows the sandbox, and the sandbox knows nothing of the app but its words', () => {
    expect(broken((_, to) => to.folder === 'sandbox')).toEqual([]);
    const inward = sandbox.flatMap(({ file, imports }) => imports.map((to) => `${file} -> ${to}`));
    expect(
      inward.filter((pair) => SLICES.concat('overview', KITS).some((slice) => pair.includes(`-> src/${slice}/`))),
    ).toEqual([]);
  });

  test('every import names a file that is there', () => {
    const missing = [...app, ...sandbox].flatMap(({ file, imports }) =>
      imports
        .filter((to) => !to.startsWith('src/generated/') && !existsSync(path.join(ROOT, to)))
        .map((to) => `${file} -> ${to}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('who may do what', () => {
  const offenders = (pattern: RegExp, allowed: (source: Source) => boolean) =>
    app.filter((source) => !allowed(source) && pattern.test(code(source.text))).map(({ file }) => file);

  test('only stores and reads speak to the database', () => {
    const query =
      /\.(?:findMany|findFirst|findUnique|createMany|updateMany|deleteMany|upsert|groupBy|aggregate)\w*\(|\$(?:query|execute)Raw|src\/generated|\/generated\//;
    expect(offenders(query, ({ name, folder }) => folder === 'platform' || STORED.test(name))).toEqual([]);
  });

  test('reads never write', () => {
    const write = /\.(?:create|createMany|update|updateMany|delete|deleteMany|upsert)\(\{|\$executeRaw/;
    const reads = app.filter(({ name, text }) => /(^|-)read\.ts$/.test(name) && write.test(code(text)));
    expect(reads.map(({ file }) => file)).toEqual([]);
  });

  test('the environment is read in one place, and time comes from the clock', () => {
    expect(offenders(/process\.env/, ({ file }) => file === 'src/platform/config.ts')).toEqual([]);
    expect(offenders(/Date\.now\(\)|new Date\(\)/, ({ file }) => file === 'src/platform/clock.ts')).toEqual([]);
    // There it tests whether a zone has a name; what time it is falls by the way.
    expect(offenders(/Temporal\.Now/, ({ file }) => file === 'src/shared/dates.ts')).toEqual([]);
  });

  test('renderings never compute money', () => {
    const rendering = /(^|-)(cards|mail|document|portal)\.tsx?$/;
    const sums = /from '\.\.\/shared\/money\.ts'/;
    const computing = /\b(plus|minus|sum|split|scale|shareOf)\(/;
    const wrong = app.filter(({ name, text }) => rendering.test(name) && sums.test(text) && computing.test(code(text)));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});

describe('names', () => {
  const everything = app.map(({ text }) => text).join('\n');
  const constants = new Map(
    [...everything.matchAll(/const ([A-Z_]+) = '([^']+)'/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const listened = (by: string) =>
    [...everything.matchAll(new RegExp(`\\b${by}(?:<[^(]*>)?\\(\\s*app,\\s*(?:'([^']+)'|([A-Z_]+))`, 'g'))].map(
      ([, text, name = '']) => text ?? constants.get(name) ?? name,
    );

  test('refusals are noun.reason, and every event an app announces is one of the list', () => {
    const codes = [...everything.matchAll(/new Refusal\(\s*'([^']+)'/g)].map(([, id = '']) => id);
    expect(codes.filter((id) => !/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    const events = [...everything.matchAll(/\bevent: '([^']+)'/g)]
      .map(([, id = '']) => id)
      .filter((id) => id.includes('.'));
    expect(events.filter((id) => !(id in EVENTS))).toEqual([]);
  });

  test('every effect that is owed has a job that performs it, and every job is owed by someone', () => {
    const jobs = app
      .filter(({ name }) => /(^|-)jobs\.ts$/.test(name))
      .map(({ text }) => text)
      .join('\n');
    const performed = new Set(
      [...jobs.matchAll(/'([a-z]+\.[a-z-]+)':\s*(?:\{|[a-zA-Z]+\()/g)].map(([, name = '']) => name),
    );
    const owed = new Set([...everything.matchAll(/\beffect: '([^']+)'/g)].map(([, name = '']) => name));
    if (!existsSync(path.join(ROOT, 'src/app.ts'))) return;
    const listedIn = [...code(read('src/app.ts')).matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(([, name = '']) => name);
    for (const name of listedIn) if (!(name in EVENTS)) owed.add(name);
    expect({
      without: [...owed].filter((name) => !performed.has(name)),
      idle: [...performed].filter((name) => !owed.has(name)),
    }).toEqual({ without: [], idle: [] });
  });

  describe.runIf(existsSync(path.join(ROOT, 'manifest.yml')))('the manifest and the listeners agree', () => {
    type Manifest = {
      features: {
        slash_commands?: { command: string; url: string }[];
        shortcuts?: { callback_id: string; name: string; description: string }[];
      };
      settings: { event_subscriptions?: { bot_events?: string[] } };
    };
    let manifest: Manifest;
    beforeAll(() => {
      manifest = parse(read('manifest.yml'));
    });

    test('on what Slack takes: short names, and https addresses alone', () => {
      const { slash_commands: commands = [], shortcuts = [] } = manifest.features;
      // Slack's published manifest schema: 24 characters for a shortcut's name, 150 for its description.
      expect(shortcuts.filter(({ name }) => name.length > 24)).toEqual([]);
      expect(shortcuts.filter(({ description }) => description.length > 150)).toEqual([]);
      expect(commands.filter(({ url }) => !url.startsWith('https://'))).toEqual([]);
    });
    test('on commands', () => {
      const named = manifest.features.slash_commands?.map(({ command }) => command) ?? [];
      expect(listened('onCommand').sort()).toEqual(named.sort());
    });
    test('on shortcuts', () => {
      const named = manifest.features.shortcuts?.map((shortcut) => shortcut.callback_id) ?? [];
      expect(listened('onShortcut').sort()).toEqual(named.sort());
    });
    test('on events', () => {
      const named = manifest.settings.event_subscriptions?.bot_events ?? [];
      expect([...new Set(listened('onEvent'))].sort()).toEqual([...named].sort());
    });
  });
});

describe('prompts', () => {
  const clauses = filesIn('prompts/clauses', /\.md$/);
  const templates = filesIn('prompts/templates', /\.md$/);
  const instructions = filesIn('prompts/instructions', /\.md$/);
  const everything = app.map(({ text }) => text).join('\n');

  test('every clause is used by a template, or is another wording of one that is', () => {
    const words = new Set(templates.flatMap((file) => read(file).match(/[a-z0-9]+(-[a-z0-9]+)*/g) ?? []));
    const family = (file: string) => /^family: (\S+)$/m.exec(read(file))?.[1] ?? path.basename(file, '.md');
    expect(clauses.filter((file) => !words.has(family(file)))).toEqual([]);
  });

  test('every instruction is given to the model by someone, and every one asked for is there', () => {
    const names = instructions.map((file) => path.basename(file, '.md'));
    const asked = [...everything.matchAll(/\binstruction\(\s*'([^']+)'/g)].map(([, name = '']) => name);
    expect([...new Set(asked)].sort()).toEqual(names.sort());
  });

  test('every law pack is read, and every check of law is asked for by a rule', async () => {
    const { LAW_CHECKS, lawPacks } = await import('../src/clauses/law-read.ts');
    const packs = filesIn('prompts/law', /\.md$/).map((file) => path.basename(file, '.md'));
    expect(lawPacks().map(({ id }) => id)).toEqual(packs);
    const asked = new Set(lawPacks().flatMap(({ rules }) => rules.map(({ asks }) => asks)));
    expect(LAW_CHECKS.filter((check) => !asked.has(check))).toEqual([]);
  });

  test('every placeholder has a value, and the library reads without a complaint', async () => {
    const { library } = await import('../src/clauses/read.ts');
    const { clauses: read } = library();
    expect(read.size).toBe(clauses.length);
    expect([...library().templates, ...library().additions]).toHaveLength(templates.length);
  });
});

describe('the schema', () => {
  const files = existsSync(path.join(ROOT, 'prisma/schema'))
    ? filesIn('prisma/schema', /\.prisma$/)
    : ['prisma/schema.prisma'];
  const models = files.flatMap((file) =>
    [...read(file).matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => ({ name, body })),
  );
  /** The tenant itself, what comes in before its tenant is known, the queue of all tenants, and the app's own key. */
  const WITHOUT_WORKSPACE = ['Workspace', 'Inbox', 'Outbox', 'InstallState', 'SealKey'];
  const kept = models.filter(({ name }) => !WITHOUT_WORKSPACE.includes(name));

  test('keys every table by workspace', () => {
    const byWorkspace = /@@id\(\[workspaceId\b|^\s*workspaceId\s+String\s+@id\b/m;
    expect(models.length).toBeGreaterThan(30);
    expect(kept.filter(({ body }) => !byWorkspace.test(body)).map(({ name }) => name)).toEqual([]);
  });

  test('carries the workspace through every relation', () => {
    const relations = kept.flatMap(({ name, body }) =>
      [...body.matchAll(/@relation\([^)]*fields: \[([^\]]+)\]/g)].map(([, fields = '']) => `${name}: ${fields}`),
    );
    expect(relations.filter((relation) => !/\bworkspaceId\b/.test(relation))).toEqual([]);
  });

  test('names instants with At, local wall times with Wall, calendar days with On', () => {
    const instants = models.flatMap(({ name, body }) =>
      [...body.matchAll(/^\s*(\w+)\s+DateTime\??.*$/gm)].map(([line, field = '']) => ({
        name: `${name}.${field}`,
        day: line.includes('@db.Date'),
      })),
    );
    expect(
      instants
        .filter(({ name, day }) => !(day ? /On([A-Z]\w*)?$/ : /(At|Until|Wall|\.at)$/).test(name))
        .map(({ name }) => name),
    ).toEqual([]);
  });
});

describe('the packages', () => {
  type Package = {
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
    engines?: { node?: string };
  };

  test('all run on the oldest Node we promise', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Package;
    const refusing = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => {
      const file = `node_modules/${name}/package.json`;
      return (
        existsSync(path.join(ROOT, file)) &&
        !accepts((JSON.parse(read(file)) as Package).engines?.node ?? '*', [20, 19])
      );
    });
    expect(refusing).toEqual([]);
  });

  test('the lock file sends nobody to a particular registry', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });
});

/** Whether an `engines` range takes a version; knows the forms packages use: `>=18`, `^20.9 || >=22`, `20 || 22`, `*`. */
function accepts(range: string, [major, minor]: [number, number]): boolean {
  return range.split('||').some((alternative) =>
    alternative
      .trim()
      .replace(/([<>=^~]+)\s+/g, '$1')
      .split(/\s+/)
      .every((part) => {
        const [, sign = '', first = '', second = '0'] = /^([<>=^~]*)v?(\d+|\*|x)?(?:\.(\d+|x|\*))?/.exec(part) ?? [];
        if (first === '' || first === '*' || first === 'x') return true;
        const wanted = [Number(first), Number(second) || 0] as const;
        const order = major - wanted[0] || minor - wanted[1];
        if (sign.startsWith('>=')) return order >= 0;
        if (sign.startsWith('>')) return order > 0;
        if (sign.startsWith('<')) return sign === '<=' ? order <= 0 : order < 0;
        return sign === '^' || sign === '' ? major === wanted[0] && order >= 0 : order === 0;
      }),
  );
}
