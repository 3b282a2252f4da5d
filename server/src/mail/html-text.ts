const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  laquo: '«',
  raquo: '»',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
};

const decoded = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
  });

/** The index after the tag that closes `name`, from `at` on; the end of the text where it is never closed. */
const afterClosing = (lower: string, name: string, at: number): number => {
  const closing = lower.indexOf(`</${name}`, at);
  if (closing < 0) return lower.length;
  const end = lower.indexOf('>', closing);
  return end < 0 ? lower.length : end + 1;
};

const UNSEEN = new Set(['script', 'style', 'head', 'title']);
const BREAKS = new Set(['br', 'p', 'div', 'tr', 'li', 'h1', 'h2', 'h3', 'table', 'ul', 'ol', 'hr']);

/**
 * The words of an HTML mail as plain text, in one pass: no script, no style, and from the first quotation on (a
 * `blockquote`, the quote of the large mail services) every line is marked with `>`, as programs do in plain text.
 */
export const textOfHtml = (html: string): string => {
  const source = html.slice(0, 500_000);
  const lower = source.toLowerCase();
  let text = '';
  let at = 0;
  let isQuoted = false;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open < 0) {
      text += source.slice(at);
      break;
    }
    text += source.slice(at, open).replace(/\s+/g, ' ');
    const end = source.indexOf('>', open);
    if (end < 0) break;
    const tag = lower.slice(open + 1, end);
    const name = /^\/?([a-z][a-z0-9]*)/.exec(tag)?.[1] ?? '';
    at = end + 1;
    if (UNSEEN.has(name) && !tag.startsWith('/')) at = afterClosing(lower, name, at);
    if (BREAKS.has(name)) text += '\n';
    if (!isQuoted && (name === 'blockquote' || /gmail_quote|moz-cite-prefix|divrplyfwdmsg/.test(tag))) {
      isQuoted = true;
      text += '\n> ';
    }
  }
  return decoded(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};
