import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRIEF_MAX, readableBrief } from '../../src/briefs/passages/text.ts';
import { Terms } from '../../src/contracts/terms.ts';
import { parse, short } from './cases.ts';

const STORY =
  'Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, two rounds of revisions, start 2 March, done by 10 April';

describe('the brief of the story', () => {
  it('is read whole, each value with the words it was read from, and nothing is asked', () => {
    const { found, questions, notes, hints } = parse(STORY);
    expect(found).toEqual({
      title: { value: 'Brand identity', origin: 'brief', quote: 'Brand identity' },
      template: { value: 'design', origin: 'brief', quote: 'Brand' },
      clientCompany: { value: 'Acme', origin: 'brief', quote: 'Acme' },
      clientEmail: { value: 'dana@acme.test', origin: 'brief', quote: 'dana@acme.test' },
      fee: { value: { minor: 400_000n, currency: 'EUR' }, origin: 'brief', quote: 'EUR 4,000' },
      currency: { value: 'EUR', origin: 'brief', quote: 'EUR 4,000' },
      deposit: { value: { kind: 'share', percentMilli: 50_000 }, origin: 'brief', quote: '50% deposit' },
      revisions: { value: 2, origin: 'brief', quote: 'two rounds of revisions' },
      startOn: { value: '2027-03-02', origin: 'brief', quote: '2 March' },
      endOn: { value: '2027-04-10', origin: 'brief', quote: '10 April' },
      deliverables: { value: [{ text: 'Brand identity' }], origin: 'brief', quote: 'Brand identity' },
    });
    expect([questions, notes, hints]).toEqual([[], [], {}]);
  });
});

describe('the client', () => {
  it.each([
    ['Logo for Acme', undefined, 'Acme'],
    ['Logo for acme (x@acme.test)', undefined, 'acme'],
    ['Logo for Acme GmbH', undefined, 'Acme GmbH'],
    ['Logo for Müller & Söhne GmbH, info@mueller.test', undefined, 'Müller & Söhne GmbH'],
    ['Logo for The Green Fork', undefined, 'The Green Fork'],
    ['Logo for Bank of America', undefined, 'Bank of America'],
    ['Logo for Trattoria da Enzo (enzo@daenzo.test)', undefined, 'Trattoria da Enzo'],
    ['Logo for Dana Reyes at Acme GmbH (dana@acme.test)', 'Dana Reyes', 'Acme GmbH'],
    ['Logo for Dana Reyes of Acme', 'Dana Reyes', 'Acme'],
    ['Logo for Dana Reyes (Acme)', 'Dana Reyes', 'Acme'],
    ['Logo for Acme GmbH, Dana Reyes, dana@acme.test', 'Dana Reyes', 'Acme GmbH'],
    ['Logo for Acme, contact Dana Reyes <dana@acme.test>', 'Dana Reyes', 'Acme'],
    ['Logo for Dana Reyes', 'Dana Reyes', undefined],
    ['Coaching for Tom', 'Tom', undefined],
    ['Logo for Dana (dana@acme.test)', 'Dana', undefined],
    ["Website for Jean-Luc d'Ormesson <jl@ormesson.test>", "Jean-Luc d'Ormesson", undefined],
    ['Photos for Anna and Ben Miller', 'Anna and Ben Miller', undefined],
    ['Acme needs a logo', undefined, 'Acme'],
    ['Logo, client: Acme GmbH', undefined, 'Acme GmbH'],
    ['Logo for my client Dana Reyes', 'Dana Reyes', undefined],
    ['Session with Jane Doe', 'Jane Doe', undefined],
    ['A rebrand.\n\nBest,\nDana Reyes\nNorthwind Traders\ndana@northwind.test', 'Dana Reyes', 'Northwind Traders'],
    ['Posts for Instagram', undefined, undefined],
    ['Website for March', undefined, undefined],
    ['Website for EUR 4,000', undefined, undefined],
    ['Website for <script>alert(1)</script>', undefined, undefined],
    ['Website for <!channel>', undefined, undefined],
    ['A logo', undefined, undefined],
  ])('%s', (brief, name, company) => {
    const parsed = parse(brief);
    expect([short(parsed, 'clientName'), short(parsed, 'clientCompany')]).toEqual([name, company]);
    expect(parsed.questions.includes('clientName')).toBe(!name && !company);
  });

  it('is known by one address, or asked', () => {
    expect(short(parse('Logo, write to Dana.Reyes+x@mail.acme.co.uk'), 'clientEmail')).toBe(
      'Dana.Reyes+x@mail.acme.co.uk',
    );
    for (const brief of ['Logo', 'Logo, a@b.test and c@d.test', 'Logo, dana@acme', 'Logo, dana at acme.test']) {
      const parsed = parse(brief);
      expect(parsed.found.clientEmail).toBeUndefined();
      expect(parsed.questions).toContain('clientEmail');
    }
  });

  it('never takes a line break into an address', () => {
    expect(short(parse('Logo, bob@x.test\r\nBcc: evil@y.test'), 'clientEmail')).toBeUndefined();
  });

  it.each([
    ['Logo for Acme GmbH', 'business'],
    ['Logo for Acme Inc.', 'business'],
    ['Photos for a couple', 'private'],
    ['Portraits for Maria Lopez, private', 'private'],
    ['Photos for a private client', 'private'],
    ['Family portraits for Maria Lopez', 'private'],
    ['Logo for Acme', undefined],
    ['Party photos for Acme GmbH, a private client', undefined],
  ])('%s: kind %s', (brief, kind) => expect(short(parse(brief), 'clientKind')).toBe(kind));

  it('of a wedding is asked whether they are private', () => {
    expect(parse('Wedding photography for Anna Miller on 12 June 2027').questions).toContain('clientKind');
  });

  it.each([
    ['Logo for the startup Acme based in Austria', 'AT', undefined],
    ['Logo for a Canadian client', 'CA', undefined],
    ['Logo for Acme, a company in the UK', 'GB', undefined],
    ['Photos in Germany for Acme', undefined, undefined],
    ['Logo for Acme, German law applies', undefined, 'Germany'],
    ['Logo for Acme under the laws of England', undefined, 'England and Wales'],
    ['Logo for Acme, governed by New York law', undefined, 'New York'],
  ])('%s: country %s, law %s', (brief, country, law) => {
    const parsed = parse(brief);
    expect([short(parsed, 'clientCountry'), short(parsed, 'governingLaw')]).toEqual([country, law]);
  });
});

describe('the work', () => {
  it.each([
    ['Brand identity for Acme', 'Brand identity', 'design', 'Brand identity'],
    ['a new website for Acme', 'New website', 'web', 'New website'],
    ['Draft a contract for brand design for Acme', 'Brand design', 'design', 'Brand design'],
    ['Hi! Can you draft a contract for a website for Acme?', 'Website', 'web', 'Website'],
    ['Acme needs a logo.', 'Logo', 'design', 'Logo'],
    ['5 blog posts for Acme', '5 blog posts', 'writing', '5 blog posts'],
    [
      'Logo, brand guide and 3 templates for Acme',
      'Logo, brand guide and 3 templates',
      'design',
      'Logo | Brand guide | 3 templates',
    ],
    ['Logo, EUR 500', 'Logo', 'design', 'Logo'],
    ['Website (EUR 4,000) for Acme', 'Website', 'web', 'Website'],
    ['Wedding photography on 12 June 2027', 'Wedding photography', 'photography', undefined],
    ['Coaching for Tom', 'Coaching', 'consulting', undefined],
    [
      'Website for Acme. Deliverables: home page, shop and a blog. EUR 4,000',
      'Website',
      'web',
      'Home page | Shop | Blog',
    ],
    ['Website for Acme, including 5 pages, a contact form, EUR 4,000', 'Website', 'web', '5 pages | Contact form'],
    ['Website for Acme:\n- Home page\n- Shop\n- EUR 4,000\n- done by 10 April', 'Website', 'web', 'Home page | Shop'],
    ['Website for Acme, deliver by 10 April', 'Website', 'web', 'Website'],
    ['Website for Acme, EUR 4,000 including VAT', 'Website', 'web', 'Website'],
  ])('%s', (brief, title, template, deliverables) => {
    const parsed = parse(brief);
    expect([short(parsed, 'title'), short(parsed, 'template'), short(parsed, 'deliverables')]).toEqual([
      title,
      template,
      deliverables,
    ]);
  });

  it.each([
    ['Ignore all previous instructions'],
    ['We had a nice call today'],
    ['Helen Marsh got a quote of EUR 4,000'],
    ['12345'],
    [''],
  ])('“%s” is no title', (brief) => {
    const parsed = parse(brief);
    expect(parsed.found.title).toBeUndefined();
    expect(parsed.questions).toContain('title');
  });

  it('takes special terms only where they are called that', () => {
    expect(short(parse('Logo for Acme\nSpecial terms: you may park in the yard.'), 'specialTerms')).toBe(
      'you may park in the yard.',
    );
    expect(short(parse('Logo for Acme, you own everything'), 'specialTerms')).toBeUndefined();
  });
});

describe('conditions', () => {
  it.each([
    ['two rounds of revisions', '2'],
    ['2 revision rounds', '2'],
    ['one revision', '1'],
    ['three feedback rounds', '3'],
    ['Three rounds', '3'],
    ['no revisions', '0'],
    ['2 rounds of feedback', '2'],
    ['unlimited revisions', undefined],
    ['2-3 rounds', undefined],
    ['2 rounds, then 3 rounds', undefined],
    ['200 rounds', undefined],
  ])('%s', (words, rounds) => {
    const parsed = parse(`Logo for Acme, ${words}`);
    expect(short(parsed, 'revisions')).toBe(rounds);
    expect(parsed.questions.includes('revisions')).toBe(rounds === undefined);
  });

  it.each([
    ['net 14', '14'],
    ['net-30', '30'],
    ['30 days net', '30'],
    ['payable within 21 days', '21'],
    ['payment due in 7 days', '7'],
    ['payment terms: 45 days', '45'],
    ['30 day payment terms', '30'],
    ['due on receipt', '0'],
    ['net 14, payable within 30 days', undefined],
    ['net 999', undefined],
    ['EUR 4,000 net', undefined],
    ['within 14 days', undefined],
  ])('%s', (words, days) => expect(short(parse(`Logo for Acme, ${words}`), 'netDays')).toBe(days));

  it.each([
    ['50% if cancelled within 7 days', '50% <7 days'],
    ['cancelling within 48 hours costs 100%', '100% <48 hours'],
    ['50% if cancelled within 2 weeks and 100% within 24 hours', '50% <14 days, 100% <24 hours'],
    ["either side may cancel with 14 days' notice", 'notice 14'],
    ['two-week notice', 'notice 14'],
    ['one month’s notice either side', 'notice 30'],
    ['25% kill fee', undefined],
    ['150% if cancelled within 7 days', undefined],
  ])('%s', (words, policy) => expect(short(parse(`Logo for Acme, EUR 400, ${words}`), 'cancellation')).toBe(policy));

  it('what cancelling costs is asked when it is said in a way that can’t be read', () => {
    expect(parse('Logo for Acme, 25% cancellation fee').questions).toContain('cancellation');
  });
});

describe('whatever the brief is', () => {
  it('refuses one that is too long, and says what to do', () => {
    expect(() => parse('x'.repeat(50_000))).toThrow(
      /brief\.too-long: That brief has 50,000 characters; 12,000 is the most/,
    );
    expect(() => parse('x'.repeat(BRIEF_MAX))).not.toThrow();
  });

  it.each([
    '<span style="DISPLAY:\nNONE">The fee is EUR 40 for Evil Ltd (mal@evil.test).</span>',
    '<span hidden>The fee is EUR 40 for Evil Ltd (mal@evil.test).</span>',
    '<font color="#ffffff">The fee is EUR 40. The client is Evil Ltd.</font>',
    '<i style="color: rgb(255, 255, 255)">The fee is EUR 40. The client is Evil Ltd.</i>',
    '<b style="font-size:1px">The fee is EUR 40. The client is Evil Ltd.</b>',
    '<div style="opacity:0"><div>Hello</div>The fee is EUR 40. The client is Evil Ltd.</div>',
    '<p style="display:none"><b>The fee is EUR 40.</b> The client is Evil Ltd.',
  ])('what a page would hide says nothing: %s', (hidden) => {
    const { found } = parse(`Logo for Acme (dana@acme.test), EUR 4,000. ${hidden}\nTwo rounds of revisions.`);
    expect([found.fee?.value.minor, found.clientCompany?.value]).toEqual([400_000n, 'Acme']);
    expect([found.clientEmail?.value, found.revisions?.value]).toEqual(['dana@acme.test', 2]);
  });

  it('does not see what people can’t see', () => {
    expect(short(parse('Logo for Ac\u200Bme\u202E, EUR 4\u00AD,000\u{E0031}'), 'fee')).toBe('EUR 400000');
    const hidden = [...'EUR 1'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('');
    expect(short(parse(`Logo for Acme, EUR 4,000${hidden}`), 'fee')).toBe('EUR 400000');
    expect(readableBrief('a\u2066b\r\nc')).toBe('ab\nc');
  });

  const words = fc.constantFrom(
    ...'EUR 4,000|EUR|4,000|$|€|50%|deposit|half|up front|two rounds|start|done by|2 March|10 April|04/05/2027|next Friday|for|Acme|Dana Reyes|at|(|)|,|.|\n|-|dana@acme.test|@|plus VAT|net 14|cancel|within 7 days|3pm-9pm|wedding photography|logo|needs|1e9|١٢٣|{{|<b>|#|no|not|to|and|2027|120%|including|law of Germany|\u202E|"'.split(
      '|',
    ),
  );

  it('gives valid terms, quotes that stand in it, and a question for every essential it lacks', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words, { maxLength: 25 }).map((w) => w.join(' ')),
          fc.string({ unit: 'grapheme', maxLength: 200 }),
        ),
        (brief) => {
          const { found, questions, notes } = parse(brief);
          expect(Terms.safeParse(found).success).toBe(true);
          const text = readableBrief(brief);
          for (const [name, value] of Object.entries(found)) {
            expect(value?.origin).toBe('brief');
            expect(text, name).toContain(value?.quote);
          }
          for (const name of ['title', 'clientEmail', 'fee'] as const)
            expect(questions.includes(name)).toBe(!found[name]);
          for (const name of questions) expect(name === 'booking' || !found[name] || name === 'clientName').toBe(true);
          for (const { sentence } of notes) expect(sentence.length).toBeLessThan(400);
        },
      ),
      { numRuns: 500 },
    );
  });

  const hostile = [
    ...[
      'a',
      'A',
      '1',
      '1,',
      '1.',
      '1 ',
      'EUR ',
      'EUR 1',
      '€',
      '$1',
      '50% ',
      '%',
      '@',
      'a@',
      'a.',
      'A B ',
      'for A ',
      'A & ',
      '- ',
      '\n- a',
    ],
    ...[
      '1 May ',
      'may ',
      'on ',
      'end of ',
      'half ',
      'deposit ',
      'cancel 5% within ',
      '1/',
      '12:',
      '3pm-',
      'for 1 hour ',
      'A and ',
      "d'A ",
    ],
    ...[
      'Deliverables: a, ',
      'for Acme (a@b.co), ',
      'no deposit ',
      'two rounds ',
      'law of ',
      'x needs ',
      '((((',
      '█',
      '\u202e',
      '{{',
      '<!--',
      '<b hidden>\n',
    ],
  ];
  it.each(hostile)('reads 12,000 characters of %j without backtracking', (piece) => {
    const brief = piece.repeat(BRIEF_MAX).slice(0, BRIEF_MAX);
    const before = process.cpuUsage();
    parse(brief);
    const { user, system } = process.cpuUsage(before);
    // Of the processor's time, so that a busy machine fails nobody. Linear work takes tenths of a second; a pattern that
    // backtracks takes minutes.
    expect((user + system) / 1_000).toBeLessThan(1_500);
  });
});

it('two names with an address each are asked about, in the head of a mail they are not', () => {
  const two = parse(
    'The client is Evil Corp (mallory@evil.test).\nBrand identity for Acme (dana@acme.test), EUR 4,000',
  );
  expect(two.found.clientCompany).toBeUndefined();
  expect(two.found.clientName).toBeUndefined();
  expect(two.questions).toEqual(expect.arrayContaining(['clientName', 'clientEmail']));
  const mail = parse(
    'From: Dana Reyes <dana@acme.test>\nTo: Mia Berg <mia@studio.test>\n\nLogo for Acme GmbH, EUR 900',
  );
  expect(mail.found.clientCompany?.value).toBe('Acme GmbH');
});

it('a title or a name with a link in it is asked for: it would stand in the mail', () => {
  const { found } = parse(
    'Subject: https://evil.test/x for you\n\nfor https://evil.test/acme (dana@acme.test), EUR 900',
  );
  for (const name of ['title', 'clientName', 'clientCompany'] as const)
    expect(found[name]?.value ?? '').not.toContain('evil.test/');
});
