import { NONE, REASONS } from '../money/tax-words.ts';
import { wordSet } from '../passages/letters.ts';
import { wordsOf } from './bodies.ts';
import type { Mention } from './mentions.ts';

/** Laws on tax and what stands in a citation of one. */
const LAWS = wordSet('ustg mwstg mwstsystrl cgi bofip liva riva uid');
const CITED = wordSet(
  'art article articles artikel artículo abs absatz satz nr b c du de la des del code général impôts directive richtlinie directiva ley iva tva vat eu ec eg',
);
/** What a tax number is called: "numéro de TVA", "VAT number", "USt-IdNr.". */
const NUMBERED = wordSet(
  'numéro numero n no nr nummer number id idnr id-nr de del du la le tva iva vat ust ust-id ust-idnr ust-id-nr umsatzsteuer-id umsatzsteuer-identifikationsnummer mwst-nr nif cif uid steuernummer registration reg intracommunautaire intra',
);
const TAX = /^(?:tva|iva|vat|nif|cif|uid|steuernummer|(?:ust|umsatzsteuer|mwst)(?:-.*)?)$/;
const CODE = /^(?:code général des impôts|ley del iva|vat (?:act|directive)|directive (?:vat|tva|iva))$/i;

/** Names without what only says why no tax is added: "Reverse Charge", "B du CGI". A firm by its legal form is one. */
export function withoutTaxWords(text: string, mentions: readonly Mention[]): Mention[] {
  const spans = [NONE, ...REASONS.map(([, words]) => words)].flatMap((words) =>
    [...text.matchAll(words)].map(({ 0: match, index }) => ({ start: index, end: index + match.length })),
  );
  const within = ({ start, end }: Mention) =>
    spans.some((span) => span.start < end && start < span.end && end <= span.end + 1);
  return mentions.filter((mention) => mention.formed || !(within(mention) || isCitation(mention.name)));
}

function isCitation(name: string): boolean {
  const words = wordsOf(name);
  return (
    CODE.test(name) ||
    (words.some((word) => TAX.test(word)) && words.every((word) => NUMBERED.has(word))) ||
    (words.some((word) => LAWS.has(word)) && words.every((word) => LAWS.has(word) || CITED.has(word)))
  );
}
