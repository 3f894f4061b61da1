import { foldedText, wordsIn } from './explain-topics.ts';

type Language = 'en' | 'de' | 'fr' | 'es';

/** Words that every question has, folded to plain letters. */
const STOPS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: stops(`a about after again all also am an and any are as at be been before being both but by can cannot could day days did do
  does doing down each either else ever few for from further get gets getting give go goes had happen happens has have
  having he her here hers him his how however i if in into is it its itself just keep kind know let lets long make makes
  many may me might month months more most must my myself next no nor not of off on once one only or other our ours out over
  per please put same say says see shall she should show so some someone something still such take than that the their
  them then there these they thing things this those though through time times to too under until up upon us very want was
  way we week weeks well were what when whenever which while who whom whose why will with within without would year years
  yes you your yours contract agreement freelancer client clause tell need work working project job two three four five ten
  hours hour mean means possible allowed allow able exactly actually really going ask
  come comes came apply applies applied high low big large hours please wonder understand`),
  de: stops(`aber als am an auch auf aus bei bin bis das dass dein dem den der des die dies diese doch du ein eine einem einen einer es
  etwas fur gibt haben habe hat ich ihr im in ist ja kann kein keine konnen man mein meine mich mir mit muss nach nicht noch
  nur oder ob passiert sein sich sie sind so tage uber um und uns vertrag viel viele vom von vor wann war was wenn wer wie
  wird wieviel wir wo zu zum zur werden welche welches wem ob
  hoch hohe gross grosse lange gelten passieren geschieht muss mussen musst soll sollen darf durfen durft kannst konnt konnen konnte konnten
  wollen wollt will mochte mochten wurde wurden hatte ware macht machen mache tun geben geht gehen gehts steht stehen kommt kommen nehmen
  nimmt bleibt bleiben bitte falls dann eigentlich genau schon alles alle jemand niemand arbeit arbeiten arbeitet projekt auftrag kunde
  kundin euch euer eure eurem euren eurer ihn ihm ihre ihrer ihren ihrem wirst werdet werde seid sind dafur davon damit daran dazu woran
  wofur worauf worum wobei ab bis seit pro je statt trotz wahrend zwischen gegen ohne uns unser unsere unserem unseren unserer meinem
  meinen meiner deine deiner welcher welchen jeden jede jeder jedes mehr weniger mal stunde stunden woche wochen monat monate jahr jahre
  ende informationen festgelegt geregelt vereinbart vorgesehen findet finden regel wert sagt sagen bedeutet heisst anfallen zeit nochmal dabei hier dort
  gerne gern lassen lasst spreche sprecht sprechen zwei drei`),
  fr: stops(`ai au aux avec avez ce ces cette combien comment contrat dans de des du elle en est et etre faut il ils je jours la le les
  leur ma mais me mes moi mon ne nous on ou par pas peut peux plus pour puis quand que quel quelle quelles quels qui quoi sa
  se ses si son sont sur ta te tes tu un une vos votre vous y arrive si
  reste restent rester informations dois doit devons devez doivent devrai devra faudra pouvons pouvez peuvent pourrai pourra pourrait applique appliquent sera seront serait
  etes suis etait avons ont avoir aura auront fait faire faites va vont vais aller allez passe passera passet prevu prevue prevus prevues
  travail travailler travaillez projet client cliente aussi alors apres avant pendant entre vers chez sans sous deja encore tout toute tous
  toutes aucun chaque meme tres moins beaucoup fois jour mois semaine semaines an ans cas cela ca celui celle laquelle lequel lesquels dit
  dire veut veux voulez voulons vouloir pourquoi quoi jusqu lors lorsque votre notre nos leurs eux lui elles cet ceci quelque quelqu hauteur
  eleve niveau grand grande ici ait soit parlez propose proposez offrez`),
  es: stops(`al como con contrato cual cuales cuando cuanto cuanta cuantas cuantos de del dias donde el ella en es esta este esto hay
  la las lo los me mi mis muy no nos o para pero por puedo puede que quien se ser si sin sobre son su sus te tengo tiene tu
  un una uno y ya pasa
  informacion queda quedan debo debe debemos deben tienen tenemos tienes puedes podemos pueden podria podemos haber habra sera seran seria estan estara estaran estoy
  estamos estais soy somos sois es era fue va van voy vamos hace hacer hago hacemos haceis pasa pasara ocurre sucede aplica aplican quiere
  quiero queremos quieren trabajo trabajar trabaja trabajan trabajais proyecto cliente clienta cada todo toda todos todas nada algo alguien
  mas menos tambien antes despues durante entre hasta desde segun le les nosotros ustedes usted vosotros ellos ellas mis sus nuestro nuestra
  nuestros nuestras vuestro vuestra dia semana semanas mes meses ano anos decir significa caso veces vez estar tener alto alta grande he ha
  han hemos llega llegan ofreceis ofrecen ofrece hablan habla sirve`),
};

function stops(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

const NAMES = `
  discount rebate rabatt skonto nachlass remise$ reduction rabais descuento rebaja warrant guarante garant gewahrleist
  hosting hebergement domain dominio maintenance wartung entretien mantenim support parking parkplatz parken stationnement
  aparcam estacionam meals?$ food$ catering verpfleg essen$ mahlzeit repas$ comida visa$ paypal bitcoin crypto krypto cripto
  cash$ bargeld especes$ efectivo$ weekend wochenende overtime uberstund bonus pramie royalt commission kommission comision
  exclusiv exklusiv competit konkurrenz concurren competencia drone drohne dron$ album fotobuch seo$ training schulung
  formation$ formacion backup sicherungskop sauvegarde$ instal?lments?$ raten$ ratenzahl mensualit cuotas$ cheque scheck
  mileage tips?$ trinkgeld pourboire propina dress vestido music musik musique insurance translat ubersetz traduc traduire
  alojam newsletter sunday sonntag dimanche domingo`;

/** What people ask for by its name: where the text does not have the word, the contract does not have the thing. */
export const NAMED = new RegExp(`^(?:${NAMES.trim().split(/\s+/).join('|')})`);

/** What no contract answers, since it asks for a judgement; "when should I pay" asks for a fact. */
export const ADVICE =
  /^\W*(?:(?:should|shall) (?:i|we)|sollte ich|soll ich|dois-je|devrais-je|est-ce que je (?:dois|devrais)|deberia|debo) (?!pa[yg]|zahl|bezahl)|\b(?:is (?:it|this|that)(?: \w+)? (?:fair|normal|legal|enforceable|a good idea|usual|too (?:much|high|low))|do you (?:recommend|advise)|would you sign|a good deal|worth it|ist (?:das|es|der \w+) (?:fair|normal|ublich)|est-ce (?:normal|juste)|es (?:normal|justo))\b/;

/** The language most of a question's small words are of; English where there is no telling. */
export function languageAsked(question: string): Language {
  const words = wordsIn(question);
  const counts = (Object.keys(STOPS) as Language[]).map((language) => ({
    language,
    count: words.filter((word) => STOPS[language].has(word)).length,
  }));
  return counts.sort((a, b) => b.count - a.count)[0]?.language ?? 'en';
}

/** The words a question turns on: folded to plain letters, without those that every question has. */
export function wordsAsked(question: string): string[] {
  const joined = foldedText(question)
    // "You" of a client's question is who does the work: their being late is no late payment.
    .replace(/\byou(?:['’]re| are| were| deliver| finish| miss)\b[^?]{0,60}?\b(?:late|delayed|deadline)\b/g, 'deadline')
    .replace(/\b(?:liefer|abgeb|fertig)\w*[^?]{0,60}?\bzu spat\b|\bzu spat (?:liefer|fertig)\w*/g, 'liefertermin')
    .replace(/\b(?:livr\w+|termin\w+|rend\w+)[^?]{0,60}?\ben retard\b/g, 'delai')
    .replace(/\b(?:entreg\w+|termin\w+)[^?]{0,60}?\b(?:tarde|retraso)\b/g, 'plazo')
    .replace(/\bweek-end\b|\bfin de semana\b/g, 'weekend')
    .replace(/\bdroit (?=s['’]applique|applicable)/g, 'loi ')
    .replace(/\bdroit (?:a|de|d['’])/g, ' ')
    .replace(/\b(?:use|with|by|using) ai\b/g, 'artificial')
    .replace(/\bchange (?:my|our) minds?\b/g, 'cancel')
    .replace(/\bno[- ]shows?\b/g, 'noshow')
    .replace(/\bmoney[- ]back\b/g, 'moneyback')
    .replace(/\bsign(?:ed|s)?[- ]off\b/g, 'signoff')
    .replace(/\bup[- ]front\b/g, 'upfront')
    .replace(/\bcall(?:ed|s)? (?:it |this |the \w+ )?off\b/g, 'cancel')
    .replace(/\bstand[- ]in\b/g, 'standin')
    .replace(/\b(?:own|owns) (?:it|the|this|what)\b/g, 'owns')
    .replace(/\bwe (?:need|have) to (?:give|provide|send)\b/g, 'need provide')
    .replace(/\b(?:you|do) (?:need|expect) from\b/g, 'duties')
    .replace(/\bhow much\b/g, 'much')
    .replace(/\bhow long\b|\bwie lange\b|\bcombien de temps\b|\bcuanto tiempo\b/g, 'howlong')
    .replace(/\b(?:de quien (?:es|son)|wem gehor\w*|a qui (?:est|sont|appart\w+))\b/g, 'owns')
    .replace(/\b(?:where is|wo (?:ist|sind|findet)|ou (?:a lieu|est|se)|donde (?:es|esta|sera|tiene))\b/g, 'location');
  const stopped = (word: string) => Object.values(STOPS).some((words) => words.has(word));
  return [...new Set(wordsIn(joined))].filter((word) => !stopped(word) && word.length > 1 && !/^\d+$/.test(word));
}
