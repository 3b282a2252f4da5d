import { formatMoment, typography } from '@tablee/domain/text';
import type { ServerLanguage } from './port.ts';

/** A message: subject, text, and the same text as plain HTML without pictures. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a letter is written from: a subject, paragraphs, and at most one link or code. */
interface Draft {
  readonly subject: string;
  readonly before: readonly string[];
  readonly lines?: readonly LetterLine[];
  readonly link?: LetterLink;
  readonly code?: string;
  readonly after: readonly string[];
  /** A last link, for whoever wants no more of such letters. */
  readonly foot?: LetterLink;
}

/** A link with its words. */
export interface LetterLink {
  readonly url: string;
  readonly words: string;
}

/** One line of a list, with the page on which it is answered. */
export interface LetterLine {
  readonly words: string;
  readonly url?: string;
}

const ESCAPES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const write = (lang: ServerLanguage, draft: Draft): Letter => {
  const { subject, before, lines = [], link, code, after, foot } = draft;
  const set = (text: string): string => typography(text, lang);
  const middle = link === undefined ? code : link.url;
  const list = lines.map(({ words, url }) => `– ${set(words)}${url === undefined ? '' : `\n  ${url}`}`);
  const text = [
    ...before.map(set),
    ...(list.length === 0 ? [] : [list.join('\n')]),
    ...(middle === undefined ? [] : [middle]),
    ...after.map(set),
    ...(foot === undefined ? [] : [`${set(foot.words)}\n${foot.url}`]),
  ].join('\n\n');
  const paragraph = (line: string): string => `<p>${escaped(set(line)).replaceAll('\n', '<br>')}</p>`;
  const anchor = ({ url, words }: LetterLink): string =>
    `<a href="${escaped(url)}">${escaped(set(words))}</a>`;
  const items = lines.map(({ words, url }) =>
    url === undefined ? `<li>${escaped(set(words))}</li>` : `<li>${anchor({ url, words })}</li>`,
  );
  const shown = [
    ...(items.length === 0 ? [] : [`<ul>\n${items.join('\n')}\n</ul>`]),
    ...(link === undefined ? [] : [`<p>${anchor(link)}</p>`]),
    ...(code === undefined ? [] : [`<p><strong>${escaped(code)}</strong></p>`]),
  ];
  const last = foot === undefined ? [] : [`<p><small>${anchor(foot)}</small></p>`];
  const body = [...before.map(paragraph), ...shown, ...after.map(paragraph), ...last].join('\n');
  return {
    subject: set(subject),
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(set(subject))}</title></head>\n<body>\n${body}\n</body></html>\n`,
  };
};

/** A letter of other parts: a subject and paragraphs, with at most one link under the words of an answer. */
export const plainLetter = (
  lang: ServerLanguage,
  said: { readonly subject: string; readonly before: readonly string[]; readonly after: readonly string[] },
  url?: string,
): Letter =>
  write(lang, {
    ...said,
    ...(url === undefined ? {} : { link: { url, words: lang === 'fr' ? 'Répondre' : 'Answer' } }),
  });

/** What a digest says beside its lines. */
export interface DigestWords {
  /** Absent where the letter must not say where it comes from. */
  readonly partnership?: string;
  readonly hello: string;
  readonly recall: string;
  readonly lines: readonly LetterLine[];
  readonly end: string;
  /** Where everything is answered or seen. */
  readonly link?: LetterLink;
  /** Where one press slows or stops these letters. */
  readonly stop: string;
}

/** The digest of a Monday, for one person alone. */
export const digestLetter = (lang: ServerLanguage, words: DigestWords): Letter => {
  const { partnership = 'Tablée', hello, recall, lines, end, link, stop } = words;
  const more = { before: [hello, recall], lines, ...(link === undefined ? {} : { link }) };
  return write(
    lang,
    lang === 'fr'
      ? {
          ...more,
          subject: `${partnership} : votre point du lundi`,
          after: [end, 'Ce message n’est que pour vous. Il part le lundi, une fois par semaine au plus.'],
          foot: { url: stop, words: 'Le recevoir moins souvent, ou plus du tout' },
        }
      : {
          ...more,
          subject: `${partnership}: your Monday digest`,
          after: [end, 'This message is for you alone. It leaves on Mondays, once a week at most.'],
          foot: { url: stop, words: 'Get it less often, or not at all' },
        },
  );
};

/** A sign-in link; it lives 15 minutes. */
export const signInLinkLetter = (lang: ServerLanguage, url: string): Letter =>
  write(
    lang,
    lang === 'fr'
      ? {
          subject: 'Votre lien pour entrer dans Tablée',
          before: [
            'Voici le lien que vous avez demandé. Il ouvre une page avec un bouton ; c’est le bouton qui vous fait entrer.',
          ],
          link: { url, words: 'Entrer dans Tablée' },
          after: [
            'Il sert une fois, dans les 15 minutes. Vous n’avez rien demandé ? Ne faites rien : sans ce lien, personne n’entre.',
          ],
        }
      : {
          subject: 'Your link to sign in to Tablée',
          before: ['Here is the link you asked for. It opens a page with a button; the button signs you in.'],
          link: { url, words: 'Sign in to Tablée' },
          after: [
            'It works once, within 15 minutes. You asked for nothing? Do nothing: nobody gets in without this link.',
          ],
        },
  );

/** A six-digit code; it lives 10 minutes. */
export const signInCodeLetter = (lang: ServerLanguage, code: string): Letter =>
  write(
    lang,
    lang === 'fr'
      ? {
          subject: 'Votre code pour entrer dans Tablée',
          before: [
            'Voici le code que vous avez demandé. Il vaut 10 minutes, sur l’appareil où vous l’avez demandé :',
          ],
          code,
          after: ['Vous n’avez rien demandé ? Ne faites rien, et ne donnez ce code à personne.'],
        }
      : {
          subject: 'Your code to sign in to Tablée',
          before: [
            'Here is the code you asked for. It works for 10 minutes, on the device where you asked for it:',
          ],
          code,
          after: ['You asked for nothing? Do nothing, and give this code to nobody.'],
        },
  );

/** What an invitation says: who invites into what, until when. */
export interface InvitationWords {
  readonly inviter: string;
  readonly partnership: string;
  readonly url: string;
  /** ISO 8601 UTC. */
  readonly until: string;
  readonly zone: string;
}

/** An invitation into a partnership. */
export const invitationLetter = (lang: ServerLanguage, words: InvitationWords): Letter => {
  const { inviter, partnership, url } = words;
  const until = formatMoment(words.until, words.zone, lang);
  return write(
    lang,
    lang === 'fr'
      ? {
          subject: `${partnership} : une invitation`,
          before: [
            'Bonjour,',
            `${inviter} vous invite dans « ${partnership} ». La page ci-dessous dit ce que vous verrez et ce que l’on verra de vous, avant que vous n’acceptiez quoi que ce soit.`,
          ],
          link: { url, words: 'Voir l’invitation' },
          after: [`L’invitation est pour vous seulement ; elle vaut jusqu’au ${until}.`],
        }
      : {
          subject: `${partnership}: an invitation`,
          before: [
            'Hello,',
            `${inviter} invites you into “${partnership}”. The page below says what you will see and what others will see of you, before you accept anything.`,
          ],
          link: { url, words: 'See the invitation' },
          after: [`The invitation is for you only; it is open until ${until}.`],
        },
  );
};

/** What a personal link asks. */
export interface RequestWords {
  readonly asker: string;
  readonly partnership: string;
  /** What is asked, in one line: « Dire si vous venez ». */
  readonly act: string;
  /** What it is about; absent where that is confidential. */
  readonly subject?: string;
  /** When and where, for a messenger: a letter says it in its own lines. */
  readonly facts?: string;
  readonly url: string;
  /** The last moment for an answer, ready to read. */
  readonly until?: string;
  /** True where a reply to the letter is read. */
  readonly takesReply?: boolean;
}

/** A request with its personal link. */
export const requestLetter = (lang: ServerLanguage, words: RequestWords): Letter => {
  const { asker, partnership, act, subject, url, until, takesReply } = words;
  return write(
    lang,
    lang === 'fr'
      ? {
          subject: `${partnership} : ${act}`,
          before: [
            'Bonjour,',
            `${asker} vous demande une réponse pour « ${partnership} » : ${act}${subject ? `, ${subject}` : ''}. Une minute suffit, sans compte.`,
          ],
          link: { url, words: 'Répondre' },
          after: [
            ...(until ? [`Réponse attendue avant le ${until}.`] : []),
            ...(takesReply
              ? [
                  'Vous pouvez aussi répondre à cet e-mail, avec vos mots : « D’accord », « Avec réserve : … ». Nous vous demanderons si nous avons bien lu.',
                ]
              : []),
            'Ce lien est personnel. Vous pourrez changer votre réponse tant que la demande est ouverte.',
          ],
        }
      : {
          subject: `${partnership}: ${act}`,
          before: [
            'Hello,',
            `${asker} asks for your answer for “${partnership}”: ${act}${subject ? `, ${subject}` : ''}. One minute is enough, no account needed.`,
          ],
          link: { url, words: 'Answer' },
          after: [
            ...(until ? [`Please answer by ${until}.`] : []),
            ...(takesReply
              ? [
                  'You can also reply to this e-mail in your own words: “I agree”, “With a reservation: …”. We will ask you whether we read it rightly.',
                ]
              : []),
            'This link is personal. You can change your answer as long as the request is open.',
          ],
        },
  );
};

/** Tells members that the steward named somebody to a secretariat that had become empty. */
export const secretariatLetter = (lang: ServerLanguage, partnership: string, name: string): Letter =>
  write(
    lang,
    lang === 'fr'
      ? {
          subject: `${partnership} : le secrétariat`,
          before: [
            'Bonjour,',
            `« ${partnership} » n’avait plus personne au secrétariat. L’administration du serveur y a nommé ${name}. Cet acte est inscrit dans l’histoire du partenariat.`,
          ],
          after: ['Cela ne vous convient pas ? Parlez-en entre membres : le secrétariat peut changer.'],
        }
      : {
          subject: `${partnership}: the secretariat`,
          before: [
            'Hello,',
            `“${partnership}” had nobody left in its secretariat. The server’s administration named ${name}. This act stands in the partnership’s history.`,
          ],
          after: ['You disagree? Talk about it among members: the secretariat can change.'],
        },
  );
