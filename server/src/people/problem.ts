import type { Words } from '@tablee/domain/kernel';
import type { Problem } from '@tablee/domain/protocol';
import { formatNumber, typography } from '@tablee/domain/text';
import type { Call } from '../http/context.ts';
import { type PeopleRefusal, type Refused, statusOf } from './refusal.ts';

/** What each refusal says to the person, in both languages, with plain spaces. */
export const PEOPLE_WORDS: { readonly [Code in PeopleRefusal]: Words } = {
  AlreadyAnswered: { fr: 'Cette demande a déjà sa réponse.', en: 'This request has its answer already.' },
  AlreadyMember: { fr: 'Cette personne est déjà membre.', en: 'This person is a member already.' },
  AlreadySetUp: {
    fr: 'Tablée est déjà installée ici ; entrez avec votre compte.',
    en: 'Tablée is set up here already; sign in with your account.',
  },
  ChoiceMissing: {
    fr: 'Choisissez une réponse, puis envoyez. Ce que vous avez écrit est gardé.',
    en: 'Choose an answer, then send it. What you wrote is kept.',
  },
  CodeWrong: { fr: 'Ce n’est pas le bon code.', en: 'This is not the right code.' },
  CodeNotRecognised: {
    fr: 'Ce code n’est pas reconnu ; rien n’est perdu.',
    en: 'We do not know this code; nothing is lost.',
  },
  EmailInvalid: {
    fr: 'Cette adresse e-mail ne semble pas complète.',
    en: 'This e-mail address does not look complete.',
  },
  EmailTaken: {
    fr: 'Un compte a déjà cette adresse : entrez plutôt avec lui.',
    en: 'An account has this address already: sign in with it instead.',
  },
  FigureUnreadable: {
    fr: 'La valeur s’écrit en chiffres, par exemple 1 240,5. Le reste est gardé.',
    en: 'The figure is written in digits, for example 1,240.5. The rest is kept.',
  },
  HasAnotherWay: {
    fr: 'Cette personne entre autrement ; elle seule peut changer sa manière d’entrer.',
    en: 'This person signs in another way; only they can change it.',
  },
  Invalid: {
    fr: 'Il manque quelque chose, ou une réponse n’a pas la forme attendue. Le reste est gardé.',
    en: 'Something is missing, or an answer does not have the expected form. The rest is kept.',
  },
  LinkExpired: {
    fr: 'Ce lien n’est plus valable. Demandez-en un autre.',
    en: 'This link is no longer valid. Ask for another one.',
  },
  LinkRevoked: {
    fr: 'Ce lien a été retiré. Écrivez à la personne qui vous l’a donné.',
    en: 'This link was withdrawn. Write to the person who gave it to you.',
  },
  LinkUnknown: {
    fr: 'Nous ne reconnaissons pas ce lien. Est-il complet ?',
    en: 'We do not know this link. Is it complete?',
  },
  LinkUsed: {
    fr: 'Ce lien a déjà servi. Demandez-en un autre.',
    en: 'This link was used already. Ask for another one.',
  },
  NameMissing: { fr: 'Écrivez votre nom, sur une ligne.', en: 'Write the name, on one line.' },
  NameTaken: {
    fr: 'Quelqu’un entre déjà sous ce nom : ajoutez une adresse e-mail, ou écrivez le nom un peu autrement.',
    en: 'Somebody signs in under this name already: add an e-mail address, or write the name a little differently.',
  },
  ObjectionUnexplained: {
    fr: 'Pour s’opposer, dites ce qui lèverait votre opposition. Le reste est gardé.',
    en: 'To block, say what would lift your objection. The rest is kept.',
  },
  PersonInSafety: {
    fr: 'Cette personne est à l’abri : rien ne lui est demandé et rien ne se fait en son nom.',
    en: 'This person is in safety: nothing is asked of them and nothing is done in their name.',
  },
  NotAReader: {
    fr: 'On n’ouvre un cercle que si on le lit soi-même.',
    en: 'Only somebody who reads a circle opens it to others.',
  },
  NotAllowed: { fr: 'Votre rôle ne permet pas cela.', en: 'Your role does not allow this.' },
  NotFound: {
    fr: 'Rien à cette adresse, ou rien que vous puissiez voir.',
    en: 'Nothing at this address, or nothing you may see.',
  },
  PasswordTooShort: {
    fr: 'Le mot de passe a 12 caractères au moins ; une phrase convient très bien.',
    en: 'A password has at least 12 characters; a sentence does very well.',
  },
  PasswordTooLong: {
    fr: 'Le mot de passe a 128 caractères au plus.',
    en: 'A password has at most 128 characters.',
  },
  PasswordTooCommon: {
    fr: 'Ce mot de passe est parmi les premiers qu’on essaie. Quelques mots sans rapport font mieux.',
    en: 'This password is among the first that are tried. A few unrelated words do better.',
  },
  PinTooSimple: {
    fr: 'Ce PIN se devine trop vite ; évitez les suites et les répétitions.',
    en: 'This PIN is guessed too quickly; avoid runs and repetitions.',
  },
  ReasonMissing: {
    fr: 'Une nouvelle date demande une raison. Tout le reste est gardé.',
    en: 'A new date needs a reason. Everything else is kept.',
  },
  RequestClosed: {
    fr: 'Cette demande est close ; votre dernière réponse reste.',
    en: 'This request is closed; your last answer stands.',
  },
  SecretariatPresent: {
    fr: 'Ce partenariat a un secrétariat : c’est à lui de nommer.',
    en: 'This partnership has a secretariat: naming is up to it.',
  },
  SignInFirst: { fr: 'Connectez-vous pour continuer.', en: 'Sign in to go on.' },
  SignInWrong: {
    fr: 'Ces indications ne vont pas ensemble. Vérifiez l’adresse et le mot de passe.',
    en: 'These do not go together. Check the address and the password.',
  },
  TextTooLong: {
    fr: 'Ce texte a {length} caractères ; il y a place pour {limit}. Il est encore ci-dessous : raccourcissez-le.',
    en: 'This text has {length} characters; there is room for {limit}. It still stands below: please shorten it.',
  },
  TooManyTries: {
    fr: 'Trop d’essais ; rien n’est perdu. Attendez un peu.',
    en: 'Too many tries; nothing is lost. Wait a little.',
  },
  WordsMissing: { fr: 'Écrivez quelques mots.', en: 'Write a few words.' },
};

/** The sentence of a refusal, with what is left or how long to wait. */
export const sentenceOf = (refusal: Refused, language: 'fr' | 'en'): string => {
  const { code, wait, left, length = 0, limit = 0 } = refusal;
  const said = PEOPLE_WORDS[code][language]
    .replace('{length}', formatNumber(length, language))
    .replace('{limit}', formatNumber(limit, language));
  const minutes = wait === undefined ? 0 : Math.ceil(wait / 60);
  const french = language === 'fr';
  const more = [
    ...(left === undefined || left < 1
      ? []
      : [
          french
            ? `Il reste ${left} essai${left > 1 ? 's' : ''}.`
            : `${left} ${left === 1 ? 'try' : 'tries'} left.`,
        ]),
    ...(minutes === 0
      ? []
      : [
          french
            ? `Réessayez dans ${minutes} minute${minutes > 1 ? 's' : ''}.`
            : `Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
        ]),
  ];
  return typography([said, ...more].join(' '), language);
};

/** A refusal as RFC 9457 writes it; `left` and `wait` (seconds) are members of their own. */
export const answerRefusal = (c: Call, refusal: Refused): Response => {
  const status = statusOf(refusal.code);
  const { code, left, wait } = refusal;
  const body: Problem & { readonly left?: number; readonly wait?: number } = {
    type: `/api#${code}`,
    title: sentenceOf(refusal, c.get('language')),
    status,
    code,
    correlationId: c.get('correlationId'),
    retryable: status === 429,
    ...(left === undefined ? {} : { left }),
    ...(wait === undefined ? {} : { wait }),
  };
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
  if (wait !== undefined) headers.set('retry-after', String(wait));
  return new Response(JSON.stringify(body), { status, headers });
};
