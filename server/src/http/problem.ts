import type { Language, Words } from '@tablee/domain/kernel';
import type { Problem } from '@tablee/domain/protocol';

interface Kind {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 426 | 429 | 500 | 503;
  readonly retryable: boolean;
  readonly words: Words;
}

/** Every error of the routes of this server: its status, whether trying again may help, its sentence. */
export const PROBLEMS = {
  MalformedJson: {
    status: 400,
    retryable: false,
    words: {
      fr: 'Ce qui a été envoyé n’est pas du JSON lisible.',
      en: 'What was sent is not readable JSON.',
    },
  },
  InvalidRequest: {
    status: 400,
    retryable: false,
    words: {
      fr: 'La demande n’a pas la forme attendue.',
      en: 'The request does not have the expected form.',
    },
  },
  InvalidCommand: {
    status: 400,
    retryable: false,
    words: {
      fr: 'Une des commandes n’a pas la forme attendue.',
      en: 'One of the commands does not have the expected form.',
    },
  },
  TooManyCommands: {
    status: 400,
    retryable: false,
    words: { fr: 'Un envoi contient 100 commandes au plus.', en: 'A batch holds at most 100 commands.' },
  },
  SignInNeeded: {
    status: 401,
    retryable: false,
    words: { fr: 'Connectez-vous pour continuer.', en: 'Sign in to go on.' },
  },
  WrongOrigin: {
    status: 403,
    retryable: false,
    words: {
      fr: 'Cette demande vient d’un autre site et a été refusée.',
      en: 'This request came from another site and was refused.',
    },
  },
  NotAllowed: {
    status: 403,
    retryable: false,
    words: { fr: 'Votre rôle ne permet pas cela.', en: 'Your role does not allow this.' },
  },
  NotFound: {
    status: 404,
    retryable: false,
    words: {
      fr: 'Rien à cette adresse, ou rien que vous puissiez voir.',
      en: 'Nothing at this address, or nothing you may see.',
    },
  },
  MethodNotAllowed: {
    status: 405,
    retryable: false,
    words: { fr: 'Cette adresse ne sert pas à cela.', en: 'This address does not do that.' },
  },
  SpaceExists: {
    status: 409,
    retryable: false,
    words: { fr: 'Cet espace existe déjà.', en: 'This space already exists.' },
  },
  SheetEntered: {
    status: 409,
    retryable: false,
    words: {
      fr: 'Cette feuille est déjà saisie : elle n’est comptée qu’une fois.',
      en: 'This sheet was entered before: it is counted once.',
    },
  },
  RoundNotOpen: {
    status: 409,
    retryable: false,
    words: {
      fr: 'Ce tour d’écoute ne prend pas de réponses en ce moment.',
      en: 'This listening round takes no answers at the moment.',
    },
  },
  StaleHead: {
    status: 409,
    retryable: true,
    words: {
      fr: 'L’espace a changé entre-temps ; l’envoi peut être répété tel quel.',
      en: 'The space changed meanwhile; the same request can be sent again.',
    },
  },
  Diverged: {
    status: 409,
    retryable: false,
    words: {
      fr: 'Ce fichier et cet espace ont divergé ; rien n’a été modifié.',
      en: 'This file and this space have diverged; nothing was changed.',
    },
  },
  TooLarge: {
    status: 413,
    retryable: false,
    words: {
      fr: 'C’est trop volumineux. La limite est indiquée ; rien n’a été enregistré.',
      en: 'This is too large. The limit is given; nothing was stored.',
    },
  },
  UnknownFileType: {
    status: 415,
    retryable: false,
    words: { fr: 'Ce type de fichier n’est pas accepté.', en: 'This type of file is not accepted.' },
  },
  ScriptMissing: {
    status: 415,
    retryable: false,
    words: {
      fr: 'Les lettres de cette langue ne sont pas dans les polices du PDF. Prenez le fichier Word : votre ordinateur a les siennes.',
      en: 'The letters of this language are not in the fonts of the PDF. Take the Word file: your computer has its own.',
    },
  },
  NotAnArchive: {
    status: 400,
    retryable: false,
    words: {
      fr: 'Ce fichier n’est pas un espace exporté, ou il est abîmé.',
      en: 'This file is not an exported space, or it is damaged.',
    },
  },
  ArchiveFault: {
    status: 400,
    retryable: false,
    words: {
      fr: 'La chaîne de ce fichier ne se vérifie pas ; rien n’a été repris.',
      en: 'The chain of this file does not verify; nothing was taken over.',
    },
  },
  UpdateNeeded: {
    status: 426,
    retryable: false,
    words: { fr: 'Mettez l’application à jour : rechargez la page.', en: 'Update the app: reload the page.' },
  },
  TooManyRequests: {
    status: 429,
    retryable: true,
    words: {
      fr: 'Trop de demandes à la suite ; réessayez dans un instant.',
      en: 'Too many requests in a row; try again in a moment.',
    },
  },
  PersonInSafety: {
    status: 409,
    retryable: false,
    words: {
      fr: 'Cette personne est à l’abri : rien ne lui est demandé et rien ne se fait en son nom.',
      en: 'This person is in safety: nothing is asked of them and nothing is done in their name.',
    },
  },
  Busy: {
    status: 503,
    retryable: true,
    words: {
      fr: 'Beaucoup de monde écrit en ce moment ; réessayez dans quelques secondes.',
      en: 'Many people are writing just now; try again in a few seconds.',
    },
  },
  StoreFault: {
    status: 503,
    retryable: true,
    words: {
      fr: 'Rien n’a été enregistré ; réessayez dans quelques secondes.',
      en: 'Nothing was stored; try again in a few seconds.',
    },
  },
  NewerSpace: {
    status: 503,
    retryable: true,
    words: {
      fr: 'Cet espace a été écrit par une version plus récente ; ce serveur doit être mis à jour.',
      en: 'This space was written by a newer version; this server must be updated.',
    },
  },
  ServerFault: {
    status: 500,
    retryable: true,
    words: {
      fr: 'Une erreur du serveur est survenue. Le numéro permet à l’administration de la retrouver.',
      en: 'The server made an error. The number lets the administration find it.',
    },
  },
} as const satisfies { readonly [code: string]: Kind };

/** The stable code of an error; never renamed. */
export type ProblemCode = keyof typeof PROBLEMS;

/** What a problem says beside its code. */
export interface ProblemContext {
  readonly language: Language;
  readonly correlationId: string;
  /** A limit, a position, a field: never what somebody wrote. */
  readonly detail?: string;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}

/** The answer for an error, as RFC 9457 writes it. */
export const problem = (code: ProblemCode, context: ProblemContext): Response => {
  const { status, retryable, words } = PROBLEMS[code];
  const body: Problem = {
    type: `/api#${code}`,
    title: words[context.language],
    status,
    code,
    ...(context.detail === undefined ? {} : { detail: context.detail }),
    correlationId: context.correlationId,
    retryable,
  };
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': context.language,
    'cache-control': 'no-store',
  });
  if (context.retryAfter !== undefined) headers.set('retry-after', String(context.retryAfter));
  return new Response(JSON.stringify(body), { status, headers });
};

/** An error to be answered as a problem, thrown where a route cannot go on. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, detail?: string, retryAfter?: number) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

/** French or English, as the browser asks; English when neither. */
export const languageOf = (header: string | undefined): Language => {
  if (header === undefined) return 'en';
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => (tag === 'fr' || tag === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.tag === 'fr' ? 'fr' : 'en';
};
