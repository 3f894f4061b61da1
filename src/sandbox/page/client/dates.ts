/** Days and times as the person on the page reads them: their own zone, business time. */

const format = (zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });

export const timeOf = (at: number, zone: string) => format(zone, { hour: '2-digit', minute: '2-digit' }).format(at);

export const dayOf = (at: number, zone: string) =>
  format(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at).replace(',', '');

export const shortDay = (at: number, zone: string) =>
  format(zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(at).replace(',', '');

/** `2027-06-12T15:00`: an instant, in milliseconds, as a clock in the zone shows it. */
export function wallOf(at: number, zone: string): string {
  const parts = format(zone, {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The instant, in milliseconds, at which a clock in the zone shows a wall time; NaN for none. */
export function instantOf(wall: string, zone: string): number {
  const wanted = Date.parse(`${wall}Z`);
  // The zone's offset at the wanted instant is at most one change of clocks away from the one at the guess.
  let at = wanted;
  for (let turn = 0; turn < 2 && !Number.isNaN(at); turn += 1) at += wanted - Date.parse(`${wallOf(at, zone)}Z`);
  return at;
}
