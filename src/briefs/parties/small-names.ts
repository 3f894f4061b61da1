import { wordSet } from '../passages/letters.ts';
import type { Span } from '../passages/text.ts';
import { isBodyWord, wordsOf } from './bodies.ts';
import { formLength } from './legal-forms.ts';
import type { Mention } from './mentions.ts';
import { COMMON_NOUNS, isRole, SMALL_WORDS } from './people.ts';
import { isGiven, shapeOf } from './shapes.ts';

const WORD = "\\p{Ll}[\\p{Ll}'’-]{1,24}";
/** Whoever types without capitals still says whose name it is; only behind these words is a name looked for among small letters. */
const LABEL = new RegExp(
  `(?<=(?:^|[\\n,;.|] ?|[-•*] )(?:(?:[Cc]lient|[Cc]ustomer|kunde|kundin|auftraggeber(?:in)?|mandant(?:in)?|client(?:e|a)|(?:[Ff]ull |[Yy]our )?[Nn]ame|nom|nombre|sign(?:ed by|atory|er|ature|ataire)|unterschrift|firma|firmante|[Cc]ontact[eo]?|kontakt|ansprechpartner(?:in)?|interlocut(?:eur|rice)|(?:invoice|bill) to|company|société|empresa|owner|inhaber(?:in)?|bride|groom|braut|mariée?|novi[oa]|from|von|de) ?[:=] ?))(?:${WORD} ){0,3}${WORD}(?=\\.?(?: ?[\\n,;(<|–/]|$))`,
  'gmu',
);
const SAID =
  "client(?:e|a)?(?: is| est| es|['’]s)?|customer(?: is)?|(?:kunde|kundin|auftraggeber(?:in)?|mandant(?:in)?)(?: ist)?|bride(?: is|['’]s)?|groom(?: is|['’]s)?|braut(?: ist)?|wedding of|trauung|hochzeit (?:von|der)|mariage de|boda de|signed by|unterschreibt|this is|it['’]s|its|i['’]m|im|i am|my name is|hier (?:ist|is|schreibt|spricht)|ich bin|mein name ist|ich hei(?:ß|ss)e|c['’]est|je suis|je m['’]appelle|soy|me llamo|habla|for|für|pour|para";
const BEHIND = new RegExp(
  `(?<=(?<![\\p{L}'’])(?:${SAID}) (?:the |die |der |la |le )?)(?!(?:is|ist|est|es|of|von|de|by|the|die|der|la|le) )${WORD}(?: ${WORD}){0,2}?(?=\\.?(?: ?[\\n,;(<|–!?]|$| (?:here|from|at|hier|aus|von|vom|de|desde|del|und|and|et|y|wants|needs|pays|signs|zahlt|paie|paga)(?![\\p{L}])))`,
  'gmu',
);
/** Given names that are words of the language: without a label they are no names. */
const WORDS_TOO = wordSet(
  'will mark may june april august rose grace hope faith joy art bill rich frank pat sue jack rob drew dean chase grant hunter mason page ray dale guy sandy ruby amber pearl opal crystal iris ivy lily violet olive daisy heather holly hazel ginger basil herb jade dawn eve carol penny bob nick gene glen clay cliff brook reed miles lance norm skip sunny charity mercy patience prudence earl jordan chelsea paris florence sydney austin dallas georgia israel india kenya adelaide charlotte max ernst wolf jan kai engel',
  'rosa luz sol mar paz flor alba cruz pilar consuelo dolores esperanza gloria mercedes blanca nieves santa ángel ángeles salvador domingo abril julio reyes estrella victoria margarita clara linda alma celeste azul coral perla franco bruno justo real modesto amparo remedios rocío',
  'blanche claire aimé aimée désiré désirée pierre violette marin marine constant clément juste parfait ange prosper aurore noël toussaint colombe fleur jasmine lune océane',
);

/** Names in small letters, as people type them on a telephone: "client: maria lopez", "for acme (dana@acme.test)". */
export function smallNamesIn(said: string, emails: readonly Span[]): Mention[] {
  const labelled = [...[...said.matchAll(LABEL)].flatMap(labelledBy), ...spelledIn(said)];
  const behind = [...said.matchAll(BEHIND)].flatMap((match) => made(match.index, match[0], false));
  const known = new Set(labelled.map(({ start }) => start));
  const found = [...labelled, ...behind.filter(({ start }) => !known.has(start)), ...besideAddress(said, emails)];
  const formed = formedIn(said).filter((one) => !found.some(({ start, end }) => start < one.end && one.start < end));
  found.push(...formed);
  const spoken = dictatedIn(said).filter((one) => !found.some(({ start, end }) => start < one.end && one.start < end));
  return [...found, ...spoken];
}

/** A person is named behind such a label, however rare the name is. */
const OF_PERSON = /(?:contact|(?:full|your) name|signed by|bride|groom) ?[:=] ?$/i;
/** "Contact: by phone only" names nobody. */
const MEANS =
  /^(?:only|e-?mail|phone|whatsapp|text|call|via|see|below|above|tbc|tbd|office|line|form|website|preferred|anytime|mornings?|evenings?)$/;
function labelledBy({ index, input, 0: text }: RegExpExecArray): Mention[] {
  const known = made(index, text, true);
  const person = OF_PERSON.test(input.slice(Math.max(0, index - 14), index)) && / /.test(text) && !isRole(text);
  return known.length > 0 ||
    !person ||
    wordsOf(text).some((word) => isNoName(word) || isBodyWord(word) || MEANS.test(word))
    ? known
    : [personAt(index, text)];
}

const personAt = (start: number, text: string): Mention => ({
  ...{ start, end: start + text.length, text, name: text },
  ...{ shape: 'person', formed: false, titled: false },
});

const SPELLED = new RegExp(
  `(?<![\\p{L}'’])(${WORD}) (${WORD}),? (?:(?:that['’]?s|spelt|spelled|so) )?((?:\\p{Ll}[ -]){2,14}\\p{Ll})(?![\\p{L}'’])`,
  'gu',
);
/** "jarrah whitcombe, j a r r a h": whose name is spelled is named. */
const spelledIn = (said: string): Mention[] =>
  [...said.matchAll(SPELLED)].flatMap(({ index, 1: given = '', 2: surname = '', 3: letters = '' }) => {
    const spelled = letters.replace(/[ -]/g, '');
    const fits = [given, surname].some((name) => name.startsWith(spelled) || spelled.startsWith(name));
    return fits ? [personAt(index, `${given} ${surname}`)] : [];
  });

const OF_FIRM = `(?!(?:for|from|with|by|at|an?|my|our|new|some|für|von|bei|mit|ein|eine|einer|einem|mein|unser|pour|chez|avec|une?|para|con|is|ist|est|es|this|our) )(?:${WORD}|&|und|and|y|et)`;
const FORM = String.raw`(?:gmbh(?: (?:& co\.? )?kg)?|ug \(haftungsbeschr(?:ä|ae)nkt\)|pty ltd|pvt ltd|ltd|llc|plc|sarl|eurl|sasu|s\.l\.u?\.?|s\.r\.l\.?)`;
const FIRM = new RegExp(
  `(?<=(?<![\\p{L}])(?:for|from|with|by|für|von|bei|mit|firma|kunde|client|cliente|pour|chez|avec|para|con):? (?:(?:is|ist|est|es) )?(?:(?:the|die|den|der|das|firma|la|le|el|los|les|messrs) )?)(?:(?!(?:the|die|den|der|das|firma|la|le|el) )${OF_FIRM} ){1,4}${FORM}(?![\\p{L}])`,
  'gu',
);
/** "imagefilm für die tischlerei wendt gmbh": a legal form ends a name, whatever its letters. */
const formedIn = (said: string): Mention[] =>
  [...said.matchAll(FIRM)].map(({ index, 0: text }) => ({
    ...{ start: index, end: index + text.length, text, name: text },
    ...{ shape: 'company', formed: true, titled: false },
  }));

const PAIR = new RegExp(`(?<![\\p{L}'’])(?=(${WORD}) (${WORD})(?![\\p{L}'’]))`, 'gu');
/** What somebody does behind their given name is no surname. */
const DOES =
  /^(?:will|möchte|braucht|sagt|zahlt|kommt|kann|soll|muss|macht|hätte|wäre|heißt|wants|needs|says|said|pays|asked|called|would|could|should|quiere|necesita|dice|paga|tiene|pide|pidió|firma|veut|souhaite|paie|demande|vient|signe|aimerait|voudrait|unterschreibt|meint|wollte|wanted)$/;

/** Dictated without one capital: a given name and the word behind it, "mit jadwiga ostrowski telefoniert". What was learned says whose it is. */
function dictatedIn(said: string): Mention[] {
  if (/\p{Lu}\p{Ll}/u.test(said)) return [];
  return [...said.matchAll(PAIR)].slice(0, 200).flatMap((match) => {
    const [, given = '', surname = ''] = match;
    if (given.length < 4 || surname.length < 4 || isRole(surname) || DOES.test(surname)) return [];
    return made(match.index, `${given} ${surname}`, false);
  });
}

function made(start: number, text: string, labelled: boolean): Mention[] {
  const words = wordsOf(text);
  const [first = '', ...rest] = words;
  if (words.some(isNoName)) return [];
  const last = words.at(-1) ?? '';
  const formed = formLength(` ${last}`) === last.length + 1;
  const body = words.length > 1 && (formed || words.some(isBodyWord));
  const given =
    isGiven(first) && (labelled || !WORDS_TOO.has(first)) && !rest.some((word) => PARTICLE.test(word) && word === last);
  const shape = body && labelled ? 'company' : given ? shapeOf(text) : 'either';
  if (shape === 'either' || (shape === 'company' && !labelled)) return [];
  return [{ start, end: start + text.length, text, name: text, shape, formed: formed && labelled, titled: false }];
}
const isNoName = (word: string) => COMMON_NOUNS.has(word) || (SMALL_WORDS.has(word) && !PARTICLE.test(word));
const PARTICLE = /^(?:de|del|della|der|den|di|da|du|la|le|van|von|y|e|i)$/;

/** "for acme (dana@acme.test)": the address says that it is a name. */
function besideAddress(said: string, emails: readonly Span[]): Mention[] {
  return emails.flatMap(({ start, text }): Mention[] => {
    const name = /(?:for|für|pour|para|from|von) (\p{Ll}[\p{L}\d-]{2,30}) ?[,(<] ?$/u.exec(
      said.slice(Math.max(0, start - 60), start),
    )?.[1];
    if (!name || !(text.split('@')[1] ?? '').startsWith(`${name}.`)) return [];
    const from = said.lastIndexOf(name, start - 1);
    const span = { start: from, end: from + name.length, text: name };
    return [{ ...span, name, shape: 'company', formed: false, titled: false }];
  });
}
