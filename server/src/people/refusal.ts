import type { PasswordRefusal } from './password.ts';

/** Everything that accounts, invitations and personal links may answer instead of doing it. Never renamed. */
export type PeopleRefusal =
  | PasswordRefusal
  | 'AlreadyAnswered'
  | 'AlreadyMember'
  | 'AlreadySetUp'
  | 'ChoiceMissing'
  | 'CodeWrong'
  | 'CodeNotRecognised'
  | 'EmailInvalid'
  | 'EmailTaken'
  | 'FigureUnreadable'
  | 'HasAnotherWay'
  | 'Invalid'
  | 'LinkExpired'
  | 'LinkRevoked'
  | 'LinkUnknown'
  | 'LinkUsed'
  | 'NameMissing'
  | 'NameTaken'
  | 'NotAReader'
  | 'NotAllowed'
  | 'NotFound'
  | 'ObjectionUnexplained'
  | 'PersonInSafety'
  | 'PinTooSimple'
  | 'ReasonMissing'
  | 'RequestClosed'
  | 'SecretariatPresent'
  | 'SignInFirst'
  | 'SignInWrong'
  | 'TextTooLong'
  | 'TooManyTries'
  | 'WordsMissing';

/** The answer no, as a value. */
export interface Refused {
  readonly ok: false;
  readonly code: PeopleRefusal;
  /** Seconds to wait before another try is taken. */
  readonly wait?: number;
  /** Tries that are left. */
  readonly left?: number;
  /** How many characters a text has, and how many there is room for. */
  readonly length?: number;
  readonly limit?: number;
}

/** Makes a refusal. */
export const refused = (code: PeopleRefusal, more: Omit<Refused, 'ok' | 'code'> = {}): Refused => ({
  ok: false,
  code,
  ...more,
});

/** The status under which HTTP says it. */
export const statusOf = (code: PeopleRefusal): 400 | 401 | 403 | 404 | 409 | 410 | 429 => {
  switch (code) {
    case 'CodeWrong':
    case 'CodeNotRecognised':
    case 'SignInFirst':
    case 'SignInWrong':
      return 401;
    case 'HasAnotherWay':
    case 'NotAReader':
    case 'NotAllowed':
      return 403;
    case 'NotFound':
    case 'LinkUnknown':
      return 404;
    case 'AlreadyAnswered':
    case 'AlreadyMember':
    case 'AlreadySetUp':
    case 'EmailTaken':
    case 'NameTaken':
    case 'PersonInSafety':
    case 'RequestClosed':
    case 'SecretariatPresent':
      return 409;
    case 'LinkExpired':
    case 'LinkRevoked':
    case 'LinkUsed':
      return 410;
    case 'TooManyTries':
      return 429;
    default:
      return 400;
  }
};
