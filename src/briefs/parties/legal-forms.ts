/**
 * Legal forms of firms and bodies, by where they are registered, as ISO 20275 lists them. Full stops and the spaces behind them may
 * be left out.
 */
const FORMS = [
  // Germany, Austria, Switzerland, Liechtenstein
  'GmbH & Co. KGaA|GmbH & Co. KG|GmbH & Co. OHG|GmbH & Co KG|AG & Co. KG|SE & Co. KGaA|SE & Co. KG|UG (haftungsbeschränkt) & Co. KG|UG (haftungsbeschränkt)',
  'GmbH i.G.|gemeinnützige GmbH|gemeinnützige UG|gGmbH|GmbH|Gesellschaft m.b.H.|Ges.m.b.H.|GesmbH|mbH|FlexCo|FlexKapG|gUG|UG|gAG|AG|KGaA|KG|OHG|OG|eGbR|GbR|PartG mbB|PartGmbB|PartG|Partnerschaft mbB|VVaG|SE|SCE|KlG|KmG|EWIV|AöR|KdöR',
  'Genossenschaft|Aktiengesellschaft|eingetragene Genossenschaft|société coopérative|sociedad cooperativa|e.Kfm.|e.Kfr.|e.K.|e.V.|e.G.|eGen|eG|e.U.',
  // United Kingdom, Ireland, Malta, Channel Islands
  'Public Limited Company|Limited|Ltd|PLC|plc|LLP|LP|CIC|CIO|SCIO|CLG|DAC|UC|ULC|ICAV|Cyfyngedig|Cyf|CBC|Teoranta|Teo|CTR|p.l.c.',
  // United States, Canada
  'Incorporated|Inc.|Inc|LLC|L.L.C.|PLLC|LLLP|LLP|Corporation|Corp.|PBC|L3C|Limitée|Ltée|S.E.N.C.R.L.|S.E.N.C.|s.e.n.c.|OBNL|Co-op',
  // Australia, New Zealand, South Africa, Namibia, Botswana
  '(Pty) Ltd|(Pty) Limited|Pty. Ltd.|Pty Limited|Pty. Limited|(SOC) Ltd|(RF) NPC|NPC|NPO|RF|CC|Ltd/Gte|Ltd Gte',
  // South and South-East Asia, East Asia
  'Pvt. Ltd.|Private Limited|(Pvt.) Ltd.|(P) Ltd.|Pvt. Limited|OPC|HUF|Pte. Ltd.|Pte. Limited|(Pte) Ltd|Sdn. Bhd.|Bhd.|PLT|Tbk.|Co., Ltd.|Co. Ltd.|Co., Limited|Co.|Company Limited|PCL|JSC|K.K.|G.K.',
  // France, Belgium, Luxembourg, Monaco, French-speaking Africa and the Pacific
  'SARL AU|SARLAU|a.s.b.l.|Asbl|asbl|s.à r.l.|s.à.r.l.|s.c.|SARL|SàRL|S.à r.l.|S.à.r.l.|Sàrl|Sarl|EURL|SASU|SAS|SNC|SCI|SCP|SELARL|SELAS|SELURL|SCOP|SCIC|SCEA|EARL|GAEC|GIE|SCA|SCM|SEML|EIRL|CUMA|SICA|SUARL|SURL|SCRL|SCS',
  'SPRL|BVBA|CVBA|CommV|GCV|IVZW|VZW|AISBL|ASBL|SComm|S.Comm.|SCSp|BV|NV|B.V.|N.V.|V.O.F.|VOF|U.A.',
  // Spain, Andorra
  'S.L.N.E.|S.L.U.|S.A.U.|S.L.L.|S.A.L.|S.L.P.|S.L.|S.A.T.|S.A.|S. Coop. And.|S. Coop. Mad.|S. Coop. Galega|S. Coop. V.|S. Coop. P.|S. Coop.|Coop. V.|S.C.C.L.|S.C.P.|E.S.P.J.|A.I.E.|UTE|Koop. E.',
  // Latin America
  'S.A.P.I. de C.V.|S.A.P.I.|S.A.S. de C.V.|S.A.B. de C.V.|S.A. de C.V.|S.C. de R.L. de C.V.|S.C. de R.L.|S. de R.L. de C.V.|S. de R.L. M.I.|S. de R.L.|S.P.R. de R.L.|S. de P.R. de R.L.',
  'S.A.S.|S.A.C.|S.A.A.|S.A.U.|S.R.L.|S.R.Ltda.|E.I.R.L.|Ltda.|Lda.|SpA|SPA|S.A.I.C.|S.A.C.I.|S.A.E.C.A.|S. en C.S.|S. en C.|S. en N.C.|Cía. Ltda.|Cia. Ltda.|& Cía.|y Cía.|I.A.P.|A.B.P.|E.S.P.|R.L.|S.E.M.',
  // Portugal, Brazil, Italy
  'Unipessoal Lda.|Unipessoal, Lda.|EIRELI|CRL|SGPS|S.r.l.s.|S.r.l.|S.p.A.|S.n.c.|S.a.s.|S.c.a.r.l.|S.c.r.l.|Soc. Coop. a r.l.|Soc. Coop.|ONLUS|Onlus|APS|ETS',
  // Nordic and Baltic countries
  'AB|ApS|A/S|ASA|AS|ANS|I/S|K/S|P/S|IVS|Oyj|Oy|OY|Ky|HB|KB|ehf.|ohf.|hf.|slhf.|a.m.b.a.|Ek. för.|UAB|OÜ|SIA|VšĮ|IĮ|MTÜ',
  // Central and South-Eastern Europe, Turkey
  'sp. z o.o. sp. k.|sp. z o.o.|Sp. z o.o.|spółka z o.o.|sp. k.|sp. j.|P.S.A.|spol. s r.o.|s.r.o.|a.s.|v.o.s.|k.s.|z.s.|z.ú.|o.p.s.|o.z.|Nonprofit Kft.|Kft.|Zrt.|Nyrt.|Bt.|Kkt.',
  'd.o.o.|j.d.o.o.|d.d.|d.n.o.|s.p.|DOOEL|DOO|EOOD|OOD|EAD|ООД|ЕООД|I.K.E.|IKE|A.Ş.|San. ve Tic. Ltd. Şti.|Tic. Ltd. Şti.|Ltd. Şti.',
  // Near East, Central Asia
  'W.L.L.|FZ-LLC|FZE|FZCO|S.A.L.|S.A.E.|S.A.O.G.|S.A.O.C.|B.S.C.|PJSC|CJSC|OJSC|TOO|ТОО|ООО|АО',
  '& Co. KGaA|& Co. KG|& Co. OHG|& Co.|& Cie.',
].join('|');

/** Without their full stops, as those in small letters, these are words, places, roles or initials. */
const DOTTED = 'C.B.|S.C.|A.C.|P.C.|P.A.|C.A.|C.V.|N.A.|S.C.S.|A.D.|D.A.|E.P.';
/** Before the name: "GIE Takku Liggéey", "PT Maju Jaya". */
const PREFIXES =
  'SARL|SAS|SASU|EURL|SELARL|SELAS|SCP|SCM|SCI|SCA|SCEA|SCOP|SCIC|SNC|EARL|GAEC|GIE|CUMA|ASBL|SA|PT|CV|UD|OOO|OAO|ООО|АО|ТОО|ТОВ|ЗАО|ПАО|Ets|Éts|ETS|MJC|AMAP|ONG|NGO|OBNL|CIC|IES|CEIP|CPI|AMPA|APA|FC|CF|CD|SV|TSV|FSV|TV|VfL|VfB|MTV|SC|ASV|DRK|AWO|KJG|BUND|NABU|CVJM|YMCA|YWCA|RSL|USM';
/** Written in any letter case. */
const ANY_CASE =
  /^(?:Ltd|Limited|Inc\.?|LLC|GmbH|gGmbH|PLC|Corp\.|SARL|Ltda\.|Pty\. Ltd\.|Pvt\. Ltd\.|Pte\. Ltd\.|ASBL|Ltée)$/;
/** "Anna Berg, CIO" is no firm; these forms stand behind a comma as well: "Ostrander & Pike, LLC". */
const APART =
  /^(?:Inc|LLC|L\.L\.C|PLLC|LLP|Ltd|Limited|Corp|Co\., Ltd|S\.A|S\.L|S\.C\.|S\. de|S\. Coop|Coop|C\.B|Genossenschaft|Aktieng|société|sociedad|e\.V|A\.C|P\.C|P\.A|SARL|EURL|SASU|SAS|ASBL|S\.R\.L|S\.A\.C|S\.A\.S|S\.A\.U|S\.A\.P\.I|E\.I\.R\.L|GmbH|B\.V|e\.K|Lda|Ltda|S\.p\.A|S\.r\.l|PBC|Pty|Pvt)/;

const escaped = (form: string) => form.replace(/[()/]/g, '\\$&');
const cased = (form: string, source: string) =>
  ANY_CASE.test(form)
    ? source.replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
    : source;
const loose = (form: string) =>
  cased(
    form,
    escaped(/^\p{Lu}{3,5}$/u.test(form) ? [...form].join('.') : form)
      .replace(/\. ?/g, '\\.? ?')
      .replace(/\? \?$/, '?'),
  );
const strict = (form: string) => escaped(form).replace(/\. ?/g, '\\. ?').replace(/ \?$/, '');

const LONGEST_FIRST = [
  ...FORMS.split('|').map((form) => ({ form, source: /\p{Lu}/u.test(form) ? loose(form) : strict(form) })),
  ...DOTTED.split('|').map((form) => ({ form, source: strict(form) })),
].sort((a, b) => b.form.length - a.form.length);
const sources = (those: typeof LONGEST_FIRST) => those.map(({ source }) => source).join('|');

/** A legal form behind a name, with the space or comma before it. */
const BEHIND = new RegExp(
  `^(?: (?:\\d{1,4}|\\((?:\\d{4}|\\p{Lu}{2,3}|\\p{Lu}\\p{Ll}{2,14})\\)))?(?: ?(?:${sources(LONGEST_FIRST)})|, ?(?:${sources(LONGEST_FIRST.filter(({ form }) => APART.test(form)))}))(?![\\p{L}\\p{N}-])`,
  'u',
);
const INSIDE = new RegExp(`(?<![\\p{L}\\d.])(?:${sources(LONGEST_FIRST)})(?![\\p{L}\\d-])`, 'u');
const BEFORE = new RegExp(`^(?:${PREFIXES})$`, 'u');
/** "AG.", "SL.": the stop ends the sentence; "Inc." and "S.L." are written with theirs. */
const SENTENCE_ENDS = /^[^.]*(?:\p{Lu}|bH|td|ited|Co|SpA|\p{Ll}é)\.$/u;

/** The length of the legal form at the start of what stands behind a name; none where there is no form. */
export function formLength(behind: string): number {
  const form = BEHIND.exec(behind)?.[0] ?? '';
  // "Yannick Tessier, Gérant, SARL Tessier Menuiserie": the form begins the next name.
  if (
    /^, ?\p{Lu}+$/u.test(form) &&
    isFormBefore(form.replace(/^, ?/, '')) &&
    /^ \p{Lu}\p{Ll}/u.test(behind.slice(form.length))
  )
    return 0;
  return SENTENCE_ENDS.test(form) ? form.length - 1 : form.length;
}

export const isFormBefore = (word: string) => BEFORE.test(word);

/** The legal form in a firm's name, which proves a business. */
export const formIn = (name: string): string | undefined =>
  INSIDE.exec(name)?.[0] ?? BEFORE.exec(name.split(' ')[0] ?? '')?.[0];
