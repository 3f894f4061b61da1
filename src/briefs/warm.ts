import { setImmediate } from 'node:timers/promises';
import { parseBrief } from './brief.ts';

/** One of each language, with most of what briefs say. */
export const WARMING = [
  'Brand identity for Acme Ltd (dana@acme.test), EUR 4,000, 50% deposit, net 14, two rounds, start 2 March 2027, done by 10 April 2027',
  'Fotos für die Lumen GmbH, 900 € zzgl. MwSt., 30 % Anzahlung, zahlbar in 14 Tagen, am 3. Mai 2027 um 14 Uhr in Bremen',
  'Site web pour Lumen SARL, 900 € HT, acompte de 30 %, deux tours de corrections, livraison le 3 mai 2027, droit français',
  'Logo para Lumen SL, 900 € más IVA, 30 % de anticipo, pago a 14 días, entrega el 3 de mayo de 2027, ley española',
];
const CONTEXT = {
  ...{ today: '2027-01-15', currency: 'EUR', zone: 'Europe/Berlin', country: 'DE' },
  ...{ depositPercentMilli: null, netDays: 14 },
};

/**
 * Reads a brief of each language and forgets it. The patterns of the readers are compiled when they are first used, which takes a
 * second or two of the process; Slack gives a press three seconds to open its window.
 */
export async function warmReader(): Promise<void> {
  for (const brief of WARMING) {
    parseBrief(brief, CONTEXT);
    await setImmediate();
  }
}
