import { textIn, textOf, titleOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import {
  type Agreement,
  type AgreementVersion,
  agreementState,
  agreementStatus,
  clause,
  clausesOf,
  currentVersion,
  signatureCount,
} from '@tablee/domain/modules/agreement';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { processIn } from '@tablee/domain/modules/reading';
import { formatDate } from '@tablee/domain/text';
import type { Asked } from './asked.ts';
import type { Block, Sheet } from './sheet.ts';

const frozenClauses = (version: AgreementVersion, lang: string): readonly Block[] =>
  version.clauses.map((held, index) => {
    const language = held.texts[lang] === undefined ? (version.languages[0] ?? lang) : lang;
    return {
      kind: 'clause',
      number: `${index + 1}.`,
      title: textOf(held.title ?? undefined) ?? '',
      text: textOf(held.texts[language]) ?? '',
      lang: language,
    };
  });

const draftClauses = (id: string, { view, language }: Asked): readonly Block[] =>
  clausesOf(view, id).map((entity, index) => {
    const text = textIn(entity, 'text', language);
    return {
      kind: 'clause',
      number: `${index + 1}.`,
      title: titleOf(clause, entity, language) ?? '',
      text: text?.text ?? '',
      lang: text?.lang ?? language,
    };
  });

const signatureBlock = (state: Agreement, { view, language, words }: Asked): Block => {
  const { signatures, waiting, declined } = signatureCount(state);
  const name = (id: string): string => actorName(view, id) ?? '–';
  const signed = signatures.map((one) => ({
    organisation: name(one.organisation),
    said: [
      words.signed(formatDate(one.date, language), words.methods[one.method]),
      textOf(one.mandate ?? undefined),
    ]
      .filter((part) => part !== undefined)
      .join('. '),
  }));
  const open = [...waiting, ...declined.map((one) => one.organisation)].map((id) => ({
    organisation: name(id),
    said: '',
  }));
  return { kind: 'signatures', heading: words.signatures, lines: [...signed, ...open] };
};

/** The agreement as it stands: the frozen text with its signatures, or the draft, which says that it is one. */
export const agreementSheet = (id: string, asked: Asked): Sheet | undefined => {
  const found = processIn(asked.view, agreementState, id);
  if (found === undefined) return undefined;
  const { language, words } = asked;
  const current = currentVersion(found.state);
  const status = words.agreementStatus[agreementStatus(found.state)];
  const kicker =
    current === undefined
      ? status
      : `${words.version(current.number, formatDate(current.frozenAt.slice(0, 10), language))}. ${status}`;
  return {
    title: textOf(found.state.title ?? undefined) ?? words.untitled,
    partnership: partnershipOf(asked.view, language)?.name ?? '',
    kicker,
    language,
    foot: words.foot(asked.page),
    blocks: [
      ...(current === undefined ? draftClauses(id, asked) : frozenClauses(current, language)),
      ...(current === undefined
        ? []
        : [
            { kind: 'note' as const, text: words.fingerprint(current.hash) },
            signatureBlock(found.state, asked),
          ]),
    ],
  };
};
