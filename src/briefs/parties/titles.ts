import { wordSet } from '../passages/letters.ts';

/** Before a person's name, without full stops and hyphens: forms of address, degrees, offices, kinship. */
const TITLES = wordSet(
  'mr mrs ms miss mx mdm madam maam dr dres doktor doktorin doctor prof professor sir dame rev revd reverend cllr councillor hon capt sgt cpl lt col maj cmdr engr barr pharm surv hrh aunt auntie aunty uncle',
  'herr herrn frau hr fr hrn fräulein dipling di dr mag maga mmag dkfm ing bsc msc mba ba ma dippäd diplkfm diplkffr diplphys diplbiol diplpsych univprof kommrat kommr hofrat pfr pfarrer pfarrerin pater tante onkel freifrau freiherr',
  'm mme mlle mmes mm monsieur madame mademoiselle maître mtre docteur dre abbé mgr sœur veuve tonton',
  'd dª cp lda ldo psic profa profr sr sra srta sres señor señora señorita don doña dña dn lic licda ing ingº inga arq arqta dra mtro mtra mstro abg abog econ qfb ña ño fray sor tte gral licenciado licenciada ingeniero ingeniera arquitecto arquitecta doctora maestro maestra profesor profesora tío tía',
  'dhr mevr mw mej mnr oom tannie ds fru fröken pani sig signor signora dott dottssa avv geom dona seu',
  'smt shri shree kumari begum alhaji alhaja hajiya otunba encik puan cik tuan datuk dato datin bapak pak ibu kuya mang aling',
);
/** Titles that names of firms begin with as well: "Prince Albert Hotel", "Chief Brewing". */
const OFFICES = wordSet(
  'chief prince princess lord lady pastor bishop father sister brother imam sheikh rabbi captain major colonel general judge justice baron baroness graf gräfin père sri haji pan bay padre oma opa nonna schwester tata',
);
const keyOf = (word: string) => word.toLowerCase().replace(/[.,’'-]/g, '');

export const isTitle = (word: string) => TITLES.has(keyOf(word));
export const isOffice = (word: string) => OFFICES.has(keyOf(word));
/** A degree goes on in small letters: "Dr. med. dent. Anna Vogt". */
export const isDegree = (word: string) =>
  /^(?:med|dent|vet|phil|jur|iur|rer|nat|pol|oec|techn|h\.?c|em|habil|theol)\.?$/.test(word);

/** Source of a pattern for one title with its full stop, as it stands before a capital letter. */
export const TITLE = `(?:Mr|Mrs|Ms|Miss|Mx|Mdm|Madam|Dr|Dra|Dre|Prof|Profa|Sir|Rev|Revd|Cllr|Capt|Engr|Barr|Chief|Pastor|Aunt|Uncle|Herrn?|Frau|Hr|Hrn|Dipl\\.-\\p{L}+|Mag|Ing|DI|Tante|Onkel|Pfr|Pfarrer(?:in)?|M|MM|Me|Mme|Mlle|Monsieur|Madame|Maître|Srta|Sra?|Señora?|Don|Doña|Dña|D|Lic|Arq|Mtr[oa]|Abg|Ña|Tí[oa]|Puan|Encik|Datuk|Smt|Shri|Alhaj[ia])\\.?`;

/** What stands before a person's name without the titles that end it. */
export function withoutTitles(ahead: string): string {
  let rest = ahead;
  for (
    let word = LAST_WORD.exec(rest);
    word && (isTitle(word[1] ?? '') || isDegree(word[1] ?? ''));
    word = LAST_WORD.exec(rest)
  )
    rest = rest.slice(0, word.index);
  return rest;
}
const LAST_WORD = /(?<![\p{L}\d.-])([\p{L}.-]{1,14})[ ,]{0,2}$/u;
