import { describe, expect, it } from 'vitest';
import { parse } from './cases.ts';

const rule = (brief: string) => {
  const { found, questions } = parse(brief);
  const policy = found.cancellation?.value;
  if (!policy) return questions.includes('cancellation') ? '?' : '-';
  if (policy.kind === 'notice') return `notice ${policy.days}`;
  const owed = (milli?: number, minor?: bigint) => (minor === undefined ? `${(milli ?? 0) / 1000}%` : `${minor}`);
  return policy.tiers.map((t) => `${t.within}${t.unit.charAt(0)} ${owed(t.percentMilli, t.minor)}`).join(', ');
};

describe('what calling off costs', () => {
  it.each([
    ['If you pull out with fewer than 10 days to go you owe half of the fee', '10d 50%'],
    ['A lesson dropped with under 12 hours left is charged in full', '12h 100%'],
    ['Calling it off is free up to 21 days before, after that 40%', '21d 40%'],
    ['Ada Lee: and if we cancel under 36 hours?\nMe: 60 %\nAda Lee: fair', '36h 60%'],
    ['If they cancel: 20% inside 50 days, 80% inside 10 days', '50d 20%, 10d 80%'],
    ['Absage unter 36 h kostet die ganze Sitzung, der Preis ist 500 €', '36h 100%'],
    ['Annullieren wir weniger als 8 Tage vor Beginn, schulden wir Ihnen CHF 900 für den Ausfall', '8d 90000'],
    ['Sagen wir später als 15 Tage vorher ab, zahlen wir 70 Prozent für den Ausfall', '15d 70%'],
    ['Storno: ab fünf Tagen vor dem Anlass ist ein Viertel des Honorars fällig', '5d 25%'],
    ['Si la séance est décommandée à moins de 36 h, elle est due en entier pour le client', '36h 100%'],
    ['Désistement dans les 5 derniers jours : la moitié du prix est pour nous', '5d 50%'],
    ['Si la clase se suspende con menos de 36 horas, se cobra entera para el cliente', '36h 100%'],
    ['De anularse el evento faltando menos de ocho días, se paga el 35 % para la empresa', '8d 35%'],
    ['Either side may leave with a calendar month’s notice', 'notice 30'],
    ['on peut arrêter avec vingt jours de préavis et le prix est pour nous', 'notice 20'],
    ['cualquiera avisa con 20 días de anticipación y el precio es para la empresa', 'notice 20'],
    ['If it stops working out we tell each other three weeks ahead', 'notice 21'],
    ['Wenn es nicht mehr passt, sagt jeder zwei Wochen vorher Bescheid', 'notice 14'],
    ['Si ça ne marche plus, on se prévient deux mois à l’avance', 'notice 60'],
    ['El precio es de 500 €. Si uno quiere salir, avisa con dos semanas', 'notice 14'],
    ['If they cancel inside 20 days 30%, inside 5 the whole fee', '20d 30%, 5d 100%'],
    ['El precio es de 500 €. Si cancelan dentro de las 48 horas previas cobro 120 igual', '48h 12000'],
  ])('%j', (brief, expected) => expect(rule(brief)).toBe(expected));

  it.each([
    'Website for Acme Ltd, EUR 4,200, 40% deposit, cancelling within 14 days costs 50%',
    'Website for Acme Ltd, EUR 4,200, 40% upfront, cancelling less than 14 days before costs 50%',
    'Website for Acme Ltd, EUR 4,200, 40% deposit, 25% kill fee, cancelling within 14 days costs 50%',
    'Website for Acme Ltd, EUR 4,200, 40% deposit, moving a date within 7 days costs 20%, cancelling within 14 days costs 50%',
    'Website for Acme Ltd, EUR 4,200, 40% deposit, if cancelled within 14 days 50%',
    'Website for Acme Ltd, EUR 4,200; 40% deposit; net 14; cancellation within 14 days: 50%',
    'Arbeit für die Lumen GmbH, 4.200 €, 40 % vorab, zahlbar innerhalb von 21 Tagen, bei Absage weniger als 14 Tage vorher 50 %',
    'Website for Acme Ltd, EUR 4,200, 40% deposit and cancelling within 14 days is 50%',
    'Arbeit für die Lumen GmbH, 4.200 €, 40 % Anzahlung, Absage innerhalb von 14 Tagen kostet 50 %',
    'Site pour Lumen SARL, 4 200 €, acompte de 40 %, annulation dans les 14 jours : 50 %',
    'Web para Lumen SL, 4.200 €, 40 % de anticipo, cancelar en los últimos 14 días cuesta el 50 %',
  ])('%j keeps its deposit, which costs nothing then', (brief) => {
    expect([rule(brief), parse(brief).found.deposit?.value]).toEqual([
      '14d 50%',
      { kind: 'share', percentMilli: 40_000 },
    ]);
  });

  it.each([
    ['50% if cancelled within 14 days, 100% within 7 days', '14d 50%, 7d 100%'],
    ['40% fee, if cancelled within 14 days', '14d 40%'],
    ['Half the fee, when we cancel within 14 days', '14d 50%'],
    ['EUR 90 per hour, up to 35 hours, 60% if cancelled less than 28 days before, 40% deposit', '28d 60%'],
    ['50 % werden fällig bei Absage innerhalb von 14 Tagen', '14d 50%'],
  ])('%j has its share before the word', (brief, expected) => expect(rule(brief)).toBe(expected));

  it.each([
    'Half on signing, the rest within 14 days',
    'Photos of the full set, to be paid in full within 30 days',
    'Filming under 2 hours of daylight, half of it outdoors',
    'Rechnung bitte mit 20 Tagen Frist, der Preis ist 500 €',
    'Please tell me two weeks before the shop ends its sale',
  ])('%j says nothing of it', (brief) => expect(rule(brief)).toBe('-'));

  it('is asked where a sentence about it has no rule', () => {
    expect(rule('If they cancel we will see what is fair')).toBe('?');
  });
});
