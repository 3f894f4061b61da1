/** Days and times as the person on the page reads them: their own zone, business time. */

const format = (zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });

export const timeOf = (at: number, zone: string) => format(zone, { hour: '2-digit', minute: '2-digit' }).format(at);

export const dayOf = (at: number, zone: string) =>
  format(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at).replace(',', '');

export const shortDay = (at: number, zone: string) =>
  format(zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(at).replace(',', '');
