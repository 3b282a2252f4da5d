import { keyedHash, newId, sameHash } from '../people/secret.ts';
import { idFrom } from '../space/runtime.ts';

/** What an address or a message id of ours leads to. */
export type Mark =
  | { readonly to: 'reply'; readonly link: string }
  | { readonly to: 'partnership'; readonly space: string };

/** The addresses under which mail comes in. */
export interface Addresses {
  /** The one address of a partnership, for forwarding and Cc. */
  partnership(space: string): string;
  /** Where a reply to the request of a personal link goes, signed. */
  reply(link: string): string;
  /** A message id that says the same: it comes back in `References` where a program drops the reply address. */
  messageId(link: string): string;
  /** What an address leads to; `undefined` for every other one, and where the signature does not hold. */
  read(address: string): Mark | undefined;
  /** The links whose signed marks stand anywhere in a text: in references, in the returned headers of a bounce. */
  linksIn(text: string): readonly string[];
}

const REPLY = /r-([a-z2-7]{20})([a-z2-7]{16})/g;

/** Where mail for us is delivered: `*` stands for what we put there (`tablee+*@example.org`, `*@reply.example.org`). */
const patternOf = (from: string): string => {
  const plain = /<([^>]+)>/.exec(from)?.[1] ?? from;
  return plain.replace('@', '+*@');
};

/**
 * Addresses by a pattern with one `*` in its local part; without a pattern, the sender's address with `+*`. Reply
 * addresses are signed with `key`, so that nobody makes one for a request that they were not asked.
 */
export const addressesOf = (key: Buffer, from: string, pattern?: string): Addresses => {
  const whole = (pattern ?? patternOf(from)).trim();
  const [before = '', after = ''] = whole.split('*');
  const host = whole.slice(whole.indexOf('@') + 1);
  const signature = (link: string): string =>
    idFrom(Buffer.from(keyedHash(key, `reply ${link}`))).slice(0, 16);
  const token = (link: string): string => `r-${link}${signature(link)}`;
  const linkOf = (link: string, signed: string): string | undefined =>
    sameHash(signed, signature(link)) ? link : undefined;
  const linksIn = (text: string): readonly string[] => {
    const found = [...text.toLowerCase().matchAll(REPLY)].map(([, link = '', signed = '']) =>
      linkOf(link, signed),
    );
    return [...new Set(found.filter((link) => link !== undefined))];
  };
  return {
    partnership: (space) => `${before}p-${space}${after}`,
    reply: (link) => `${before}${token(link)}${after}`,
    messageId: (link) => `<${token(link)}.${newId()}@${host}>`,
    linksIn,
    read(address) {
      const plain = address.trim().toLowerCase();
      if (!plain.startsWith(before.toLowerCase()) || !plain.endsWith(after.toLowerCase())) return undefined;
      const middle = plain.slice(before.length, plain.length - after.length);
      const [link] = linksIn(middle);
      if (link !== undefined) return { to: 'reply', link };
      const space = /^p-([a-z0-9][a-z0-9-]{0,59})$/.exec(middle)?.[1];
      return space === undefined ? undefined : { to: 'partnership', space };
    },
  };
};
