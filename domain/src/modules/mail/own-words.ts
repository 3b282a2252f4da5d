/** The first line of what mail programs quote below an answer, in the languages of the doors. */
const QUOTE_HEADS: readonly RegExp[] = [
  /^\s*>/,
  /^-{2,}\s*(message d.origine|original message|message transféré|forwarded message|ursprüngliche nachricht|mensaje original)/i,
  /^_{20,}\s*$/,
  /^\*?(de|from|von)\s?:\*?\s.+/i,
  /^(begin forwarded message|début du message (transféré|réexpédié))\s?:/i,
  /^.{0,120}<[^<>\s]+@[^<>\s]+>\s?:$/,
];

/** The first line of a signature. */
const SIGNATURES: readonly RegExp[] = [
  /^-- ?$/,
  /^(envoyé de(puis)? mon|sent from my|von meinem .* gesendet|enviado desde mi)\b/i,
  /^(télécharge[rz]|get|obtenir) outlook (pour|for)\b/i,
];

const HEAD = /^(le|on|am|el)\b.{4,300}(a écrit|wrote|schrieb|escribió)(\s*:?|\b.{0,160}:)$/i;

/** "On Monday, somebody <address> wrote:", which the sender's program may have broken over two lines. */
const isHead = (line: string, next: string): boolean =>
  HEAD.test(line) || (/[\d@]/.test(line) && HEAD.test(`${line} ${next}`));

/**
 * What somebody wrote themselves: the lines above the quotation and the signature, one kind of line end, without empty
 * lines at either end. Empty when everything is quoted, as in a mail that was only passed on. `most` bounds it, in
 * characters; what is beyond is cut.
 */
export const ownWords = (text: string, most = 5_000): string => {
  const lines = text.normalize('NFC').replace(/\r\n?/g, '\n').slice(0, 200_000).split('\n');
  const kept: string[] = [];
  for (const [index, line] of lines.entries()) {
    const plain = line.trim().slice(0, 400);
    const next = (lines[index + 1] ?? '').trim().slice(0, 200);
    if (QUOTE_HEADS.some((head) => head.test(plain)) || isHead(plain, next)) break;
    if (SIGNATURES.some((head) => head.test(line.trimEnd().slice(0, 400)))) break;
    kept.push(line.trimEnd());
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, most);
};
