/** `<!date^…>` as Slack shows it: in the reader's zone, with "today" and its neighbours where the format says pretty. */
export function showSlackDate(seconds: number, format: string, zone: string, now: Date): string {
  const at = new Date(seconds * 1000);
  const as = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(at);
  const day = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(date);
  const away = Math.round((Date.parse(day(at)) - Date.parse(day(now))) / 86_400_000);
  const near = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(away)];
  const short = () => as({ day: 'numeric', month: 'short', year: 'numeric' });
  const middle = () => as({ day: 'numeric', month: 'long', year: 'numeric' });
  const long = () => as({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const parts: Record<string, () => string> = {
    date_num: () => day(at),
    date_slash: () => as({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    date: middle,
    date_short: short,
    date_long: long,
    date_pretty: () => near ?? middle(),
    date_short_pretty: () => near ?? short(),
    date_long_pretty: () => near ?? long(),
    time: () => as({ hour: '2-digit', minute: '2-digit' }),
    time_secs: () => as({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(away),
  };
  return format.replaceAll(/\{(\w+)\}/g, (whole, name: string) => parts[name]?.() ?? whole);
}

function ago(days: number): string {
  if (days === 0) return 'today';
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(days, 'day');
}
