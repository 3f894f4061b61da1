import { isBodyHead, isBodyWord } from './bodies.ts';
import { formLength, isFormBefore } from './legal-forms.ts';
import { isGiven } from './shapes.ts';
import { isTitle } from './titles.ts';
import { ABBREVIATED, bare, ENDS_SENTENCE, isCapital, isNoName, LINKS, type Token } from './tokens.ts';

/** "Contract Cleaning Ltd" begins with a word that otherwise begins a sentence; "Mandantin Rheinquell Pharma AG" does not. */
export function startsFirm(text: string, { start }: Pick<Token, 'start'>): boolean {
  const words = /^[\p{Lu}&][\p{L}&'’-]*(?: [\p{Lu}&][\p{L}&'’-]*)?(?=[ ,])/u.exec(text.slice(start, start + 60))?.[0];
  if (words === undefined) return false;
  const [first = '', second] = words.split(' ');
  // "Para Acme SL: un logotipo" says for whom.
  if (second && FOR.test(first)) return false;
  return [words, first].some((name) => formLength(text.slice(start + name.length, start + name.length + 40)) > 0);
}

const FOR = /^(?:For|Für|Fuer|Para|Pour|With|Mit|Con|Avec|From|Von|At|Bei|Chez)$/;

/** The token with which a name goes on, or undefined where it ends. */
export function continues(text: string, tokens: readonly Token[], from: number, to: number): number | undefined {
  const last = tokens[to];
  const next = tokens[to + 1];
  if (!last || !next) return undefined;
  const begins = bare(tokens[from]?.text ?? '').toLowerCase();
  const head = isBodyHead(begins.replace(/^[dl]['’]/, '')) || isFormBefore(tokens[from]?.text ?? '');
  // "Panificadora Don Hilario S.R.L.": the title is part of what has a form behind it.
  const patron = /^(?:Don|Doña|Dr\.?|Dres\.?|Gebr\.|Madame|Mme\.?|Monsieur) \p{Lu}[\p{L}’'-]+/u.exec(
    text.slice(next.start, next.start + 40),
  )?.[0];
  if (
    patron &&
    text.slice(last.end, next.start) === ' ' &&
    formLength(text.slice(next.start + patron.length, next.start + 80)) > 0
  )
    return to + 1;
  // "Bestattung der Herr Krenn" are two.
  if (/^(?:der|die|dem|den)$/.test(next.text) && /^(?:Herrn?|Frau)$/.test(tokens[to + 2]?.text ?? '')) return undefined;
  // "Accordage du Pleyel de Mme Boonefaes": a title begins another name.
  if (
    !head &&
    [next, tokens[to + 2]].some(
      (token, at) => token && isTitle(token.text) && isCapital(token) && (at === 0 || LINKS.has(next.text)),
    )
  )
    return undefined;
  // "Klicken Sie", "Reicht Ihnen": who is spoken to.
  if (ADDRESSED.test(next.text)) return undefined;
  const gap = text.slice(last.end, next.start);
  if (!/^ ?$/.test(gap)) return undefined;
  if (gap === '' && !/^[&+]$/.test(next.text) && !/^[&+]$/.test(last.text)) return undefined;
  if (ENDS_SENTENCE.test(last.text) && !ABBREVIATED.test(last.text) && !isTitle(last.text)) return undefined;
  if (/['’]s$/.test(last.text) && !isCapital(next)) return undefined;
  if (/^van$/i.test(last.text) && /^(?:de|den|der)$/.test(next.text) && isCapital(tokens[to + 2] ?? next))
    return to + 2;
  // "Bramshott Bowls & Social Club"
  const joinedTo =
    /^[&+]$/.test(next.text) && tokens[to + 3] && isBodyWord(bare(tokens[to + 3]?.text ?? '').toLowerCase());
  const inner = (token: Token, before?: Token) =>
    joinedTo ||
    (MONTHLY.test(token.text) && !/^ ?\d/.test(text.slice(token.end, token.end + 2))) ||
    !isNoName(token.text, false) ||
    /^(?:de|d['’]|du|of|la|del)$/.test(before?.text ?? '') ||
    head ||
    isBodyWord(bare(token.text).toLowerCase()) ||
    startsFirm(text, token) ||
    PARTICLE.test(token.text) ||
    // "Jana Hofmeister", "Ute Kellermeister": behind a given name an old trade is a surname.
    (to === from && isGiven(begins) && /^\p{Lu}\p{Ll}{1,9}meister$/u.test(bare(token.text)));
  if (isCapital(next)) return inner(next) ? to + 1 : undefined;
  if (
    head &&
    to > from &&
    /^\d{1,3}$/.test(next.text) &&
    /^(?: ?[,)(;:\n]|\.?(?:\n|$|\s\p{Lu}))/u.test(text.slice(next.end))
  )
    return to + 1;
  if (head && /^\d{1,3}$/.test(next.text) && tokens[to + 2] && /^(?:de|du|of|des)$/.test(tokens[to + 2]?.text ?? ''))
    return to + 1;
  return over(text, tokens, from, to, { head, begins, inner });
}

type Scan = { head: boolean; begins: string; inner: (token: Token, before?: Token) => boolean };

/** Over small words to the capital behind them: at most four; behind "Coopérative" an adjective may stand. */
function over(text: string, tokens: readonly Token[], from: number, to: number, { head, begins, inner }: Scan) {
  const last = tokens[to];
  if (!last) return undefined;
  for (let step = to + 1; step < tokens.length && step - to <= 5; step += 1) {
    const [token, before] = [tokens[step], tokens[step - 1]];
    if (!token || !before || text.slice(before.end, token.start) !== ' ') return undefined;
    if (isCapital(token)) return inner(token, before) ? step : undefined;
    const word = token.text.toLowerCase();
    if (head && /^d['’]\p{Ll}{2,}$/u.test(word)) continue;
    if (LINKS.has(word)) {
      // "Dana Reyes of Acme" is two names, "Bank of Ireland" one.
      const person = !head && isGiven(begins);
      const article = /^(?:la|el|las|los|der|dem|the)$/.test(tokens[step + 1]?.text ?? '');
      const next = tokens[step + (article ? 2 : 1)];
      const house = next && isCapital(next) && isBodyHead(bare(next.text).toLowerCase());
      if (person && (word === 'of' || house)) return undefined;
      // "Wilfredo Bonilla de Ferretería El Martillo", "Wibke Jacobsen von Jacobsen Optik": who works there.
      if (house && !head && to > from && OWNER.test(word) && !PLURAL.test(begins)) return undefined;
      if (!head && /^(?:von|vom)$/.test(word) && (to > from || isTwo(tokens, step + 1))) return undefined;
      if (person && to > from && COUPLE.test(word) && next && isPartner(text, tokens, { from, to, at: step + 1 }))
        return undefined;
      if (/^f[oü]r$/.test(word) && !INSTITUTE.test(tokens[from]?.text ?? '')) return undefined;
      if (word === 'a' && !head) return undefined;
      const named = tokens[step + 1];
      const formed = named && formLength(text.slice(named.end, named.end + 40)) > 0;
      if (ARTICLES.has(word) && !head && !formed && !/^van$/i.test(before.text)) return undefined;
      continue;
    }
    const behind = LINKS.has(before.text.toLowerCase());
    // "Coopérative de pêche de la Baie", "Syndicat des copropriétaires Les Mûriers": what it is for stands between.
    const follows = tokens[step + 1];
    if (
      head &&
      /^(?:de|des|du|of|del)$/.test(before.text) &&
      /^\p{Ll}{3,}$/u.test(token.text) &&
      follows &&
      text.slice(token.end, follows.start) === ' ' &&
      (LINKS.has(follows.text) || (isCapital(follows) && inner(follows, token)))
    )
      continue;
    if (
      head &&
      behind &&
      /^(?:[ld]['’])?\p{Ll}{3,}[.]?$/u.test(token.text) &&
      /^ ?(?:[(),;:|\n]|[.](?=\s|$)|$)/u.test(text.slice(token.end))
    )
      return step;
    const linked = /\b(?:de|des|du|del|of)\b/.test(text.slice(tokens[from]?.start, last.end));
    if (
      head &&
      linked &&
      step === to + 1 &&
      /^\p{Ll}{4,}$/u.test(token.text) &&
      /^ ?[(),;:]/.test(text.slice(token.end))
    )
      return step;
    // "Amicale villageoise du Vully": behind any head whose adjective a "du" follows.
    const described = head && /^(?:de|du|des|del|d['’].*)$/.test(follows?.text ?? '');
    if (!(described || BODY.test(tokens[from]?.text ?? '')) || step !== to + 1 || !/^\p{Ll}{4,}$/u.test(token.text))
      return undefined;
  }
  return undefined;
}

const ADDRESSED = /^(?:Sie|Ihnen|Ihre?[mnrs]?)$/;
/** "Goh Wei Jun"; with a figure behind it, a month. */
const MONTHLY = /^(?:Jun|Jan|Mai|May)$/;
/** Between somebody and the house they work for. */
const OWNER = /^(?:de|del|von|vom|of)$/;
/** "Amigos del Museo" are a body themselves. */
const PLURAL = /^(?:los|las|les|the|die|amig[oa]s|amis|friends|freunde)$/;
const COUPLE = /^(?:&|\+|and|und|et|y|e)$/;

/** Two capitals in a row: "Maik von Elektro Zobel"; "Anna von Berg" is one person. */
const isTwo = (tokens: readonly Token[], at: number) =>
  [tokens[at], tokens[at + 1]].every(
    (token) => token !== undefined && isCapital(token) && !isNoName(token.text, true),
  ) && !/[.,]$/.test(tokens[at]?.text ?? '');

/** "Rocío Iturbide y Tomás" are two people; "Anna and Ben Miller" sign as one, "Anna Kern & Otto Café" is a house. */
function isPartner(text: string, tokens: readonly Token[], { from, to, at }: { from: number; to: number; at: number }) {
  const [first, last, partner] = [tokens[from], tokens[to], tokens[at]];
  if (!first || !last || !partner || !isGiven(bare(partner.text).toLowerCase())) return false;
  const rest = text.slice(partner.start, partner.start + 50).split('\n', 1)[0] ?? '';
  const run = /^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*/u.exec(rest)?.[0] ?? '';
  const own = text.slice(first.start, last.end).split(' ');
  return (
    ![...own, ...run.split(' ')].some((word) => isBodyWord(word.toLowerCase())) &&
    formLength(rest.slice(run.length)) === 0
  );
}

/** Capitalised inside a name: "Tanguy Le Quellec", "ASBL Les Halles Vertes". */
const PARTICLE = /^(?:Le|La|Les|De|Del|Du|Des|Van|Von|Der|Den|Di|Da|El|Los|Las|And|The)$/u;
/** "Museum für Bergbau", "Centre for Textiles"; a "Shop redesign for" is no name. */
const INSTITUTE =
  /^(?:Museum|Institut|Institute|Verein|Zentrum|Centre|Center|Akademie|Academy|School|Schule|Gesellschaft|Society|Stiftung|Foundation|Amt|Office|Campaign|Trust)$/;
/** French and Spanish bodies, behind which an adjective stands: "Coopérative funéraire des Deux-Rives". */
const BODY =
  /^(?:[ldLD]['’])?(?:Coopérative|Fédération|Confédération|Compagnie|Société|Association|Agence|Centre|École|Office|Institut|Mutuelle|Union|Chambre|Conseil|Comité|Théâtre|Musée|Asociación|Fundación|Federación|Cooperativa|Compañía|Colegio|Instituto|Universidad|Corporación|Museo|Club|Grupo|Clínica|Escuela|Cámara|Sociedad|Consejo)$/;
/** Only a body's name goes on with these: "Verein der Freunde". */
const ARTICLES = new Set('der des den dem das die im am vom zur zum für for'.split(' '));
