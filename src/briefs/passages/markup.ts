/** "<system>...</system>": a machine's tags and all between them. */
const ORDER_TAG = /<(system|assistant|instructions?|prompt|admin|override)>[^<]{0,2000}(?:<\/\1>)?/gi;
const TAG =
  /<\/?(?:p|b|i|u|br|div|span|script|img|a|li|ul|ol|strong|em|h[1-6]|table|tr|td|style|iframe)(?:\s[^<>]{0,300})?\/?>|<!--[\s\S]{0,2000}?-->/gi;

/** What a page would not show, and elements named for a machine: nobody who reads the brief sees it. */
const HIDDEN =
  /<([a-z]{1,10})\b[^<>]{0,200}?(?:\shidden(?=[\s=/>])|display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:px|pt)?\b|opacity\s*:\s*0(?!\.[1-9])|color\s*[:=]\s*["']?(?:#fff|white|rgba?\(\s*255\s*,\s*255\s*,\s*255))[^<>]{0,200}>|<([a-z_-]{0,30}(?:system|sistema|système|instruc|instruk|prompt)[a-z_-]{0,30})>/i;
/** Elements without an end. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** Each hidden element goes with all that is in it; one that nobody closed with what stands on its line. */
function withoutHidden(text: string): string {
  const open = HIDDEN.exec(text);
  if (!open) return text;
  const [tag, name = open[2] ?? ''] = open;
  const inside = text.slice(open.index + tag.length);
  const end = VOID.test(name) ? 0 : endIn(inside, name);
  return `${text.slice(0, open.index)} ${withoutHidden(inside.slice(end))}`;
}

/** Where an element ends whose start stands before the text, its own kind inside it counted. */
function endIn(text: string, name: string): number {
  let depth = 1;
  for (const { 0: tag, index } of text.matchAll(new RegExp(`</?${name}(?![a-z_-])[^<>]{0,300}>`, 'gi'))) {
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth === 0) return index + tag.length;
  }
  const line = text.indexOf('\n');
  return line < 0 ? text.length : line;
}

/** Taken back by whoever wrote it: "<s>900</s> 850", "~~900~~ 850", and "~900~ 850" as Slack has it; "~900 or ~950" is about. */
const STRUCK =
  /<(s|strike|del)>[^<>]{0,500}<\/\1>|~~(?=\S)[^~\n]{1,300}(?<=\S)~~|(?<![~\p{L}\p{N}])~(?=[^\s~])[^~\n]{1,200}(?<=[^\s~])~(?![~\p{L}\p{N}])/giu;
/** "![what it would say](address)", and the title of a link, which shows when a pointer rests on it. */
const PICTURE = /!\[[^[\]\n]{0,300}\]\([^()\n]{0,500}\)/g;
const LINK_TITLE = /(\]\([^()\s"]{1,400}) +(?:"[^"\n]{0,300}"|'[^'\n]{0,300}')\)/g;

/** The text as a page would show it: without tags, and without what is hidden, struck out or only told to a machine. */
export const shownOf = (text: string): string =>
  withoutHidden(text)
    .replace(ORDER_TAG, ' ')
    .replace(STRUCK, ' ')
    .replace(PICTURE, ' ')
    .replace(LINK_TITLE, '$1)')
    .replace(TAG, (tag) => (/^<\/?(?:p|br|div|li|tr|h\d)/i.test(tag) ? '\n' : ' '));

/** A stroke between two notes on one line, and none before a unit: "900 EUR / day". */
const STROKE =
  / \/ (?!(?:h|hrs?|hours?|days?|months?|sessions?|pieces?|std|stunde|tag|monat|stück|termin|heure|jour|mois|séance|pièce|hora|día|mes|sesión|pieza)(?![\p{L}]))/giu;
/** Fewer of them are alternatives, or a range of names. */
const STROKES_MIN = 4;

/** Notes that are put on one line with strokes between them, each on a line of its own. */
export const withoutStrokes = (text: string): string =>
  text.replace(/[^\n]+/g, (line) =>
    (line.match(STROKE)?.length ?? 0) >= STROKES_MIN ? line.replace(STROKE, '\n') : line,
  );
