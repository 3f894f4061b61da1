import { lettered } from '../passages/letters.ts';
import { BOOKED } from './moving-words.ts';

/**
 * The words that an agreement on moving is made of besides its figures and times, stems with a star. A word that is none of them
 * says something that no term holds: for whom, when, under which condition.
 */
const KNOWN = [
  'a an the it its this that these those they them you your we our us i me my one ones is are be been being can may will shall to of at in on by for from with without up until till before beforehand ahead prior earlier later after afterwards then thereafter otherwise else if when less fewer more than within inside under below over least latest no any each every all other another further additional extra beyond per and or as often many times time once twice like',
  'mov* reschedul* re schedul* postpon* change* changing shift* new original* date* rebook* request* ask asks asking notice notify notifies tell tells give* giving told written writing advance start starts begins take takes place taken used use whole again same free complimentary charge* surcharge* charging cost* fee* price total sum pay* paid due owed owe* bill* full rate half possible allowed ok okay fine penalty penalties admin administration administrative handling flat applies apply others following client* customer* percent first unlimited so number last final slot* day* clear calendar need',
  'der die das den dem des ein eine einen einem einer eines es sie ihr ihre ihren du dein man wir uns ich kann können könnt kannst darf dürfen wird werden ist sind sei zu zum zur im am an auf um von vom bis mit ohne ab für fürs je pro mal wenn sonst ansonsten danach dann später* davor vorher zuvor vor vorab voraus vorlauf frist mindestens spätestens weniger als mehr innerhalb innert binnen unter darunter kürzer geht möglich jede jeder jeden jedes weiter* einmal* zweimal* dreimal* viermal* oft so wie beliebig wollen wollt willst will jederzeit kost* frei gebühr* aufpreis pauschal* preis* honorar* betrag* fällig zahl* bezahl* berechne* verrechne* schriftlich* termin* datum* buchung* umbuch* umgebucht verschieb* verschob* verleg* tag tage neu* ander* beginn* start* kund* voll* ganz* halb* satz gesamt* erste* bitte und oder auch noch nochmal* anfrage bescheid stattfind* nachhol* nachgeholt ursprüngl* gratis soll muss keine* ihm prozent falls fallen fällt',
  'le la les l un une des du de d au aux à en dans pour par sur et ou si sinon ensuite puis après delà avant avec sans jusqu qu que moins plus fois chaque tout toute* est sont être peut peuvent pouvez vous votre nous on il elle cela ça c possible* gratuit* frais coût* prix total* tarif* factur* dû due payer paie* report* décal* changement* changer déplacer jour* nouvel* autre* préavis prévenance avance prévenir prévenant demand* écrit début commence* client* suivant* premier* première* même moment autant limite délai seul seule moyennant supplémentaire* prévenu* dus cas',
  'el los las uno una unos del al con sin por para y o u sino luego después más tarde antes previ* aviso avis* antelación anticipación hasta menos cada vez veces adicional* siguient* es son puede* pueden se lo su usted* cambi* fecha* día* aplaz* aplac* posterg* reprogram* reagend* mover nuev* otro otra gratuit* cuesta* cost* recargo* cargo* precio tarifa* cobra* paga* debe* posible* escrito inicio empez* primer* cualquier partir entonces límite ilimitad* sola quien importe',
  'travel expenses session* piece',
].join(' ');
const all = KNOWN.split(' ');
const PLAIN = new Set(all.filter((word) => !word.endsWith('*')));
const STEMS = all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
/** A wedding is what is moved, or one of those for which the words hold. */
const THINGS = lettered(`(?<![\\p{L}])(?:(?:the|your|la|le|der|die|our|per) )?(?:${BOOKED})(?![\\p{L}])`, 'giu');
const OF_SOME = lettered(
  `(?<![\\p{L}])(?:for|bei|für|pour|para|en|at) (?:an? |une? |una |einer )?(?:weddings?|hochzeit|mariage|boda|workshops?|events?)(?![\\p{L}])`,
  'iu',
);

/** Whether every word is one of those that an agreement on moving is made of. */
export function holdsOnlyKnown(rest: string): boolean {
  if (OF_SOME.test(rest)) return false;
  const left = rest.toLowerCase().replace(THINGS, ' ');
  return (left.match(/\p{L}+/gu) ?? []).every(
    (word) => word.length === 1 || PLAIN.has(word) || STEMS.some((stem) => word.startsWith(stem)),
  );
}
