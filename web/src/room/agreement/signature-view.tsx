import { textOf } from '@tablee/domain/kernel';
import { actorName, actorSector } from '@tablee/domain/modules/actor';
import {
  type AgreementLine,
  type AgreementVersion,
  agreement,
  versionChanges,
} from '@tablee/domain/modules/agreement';
import { decisions, isAdopted } from '@tablee/domain/modules/decision';
import { type ReactNode, useState } from 'react';
import { addressOf, decisionAddress } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now, today } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { Prose } from '#ui/prose.tsx';
import { SectorShape } from '#ui/sector-shape.tsx';
import { Section, type Sentence, SentenceList } from '#ui/sentence-list.tsx';
import css from './agreement.module.css';
import { ChangeList } from './change-list.tsx';
import { SignPart } from './sign-part.tsx';

/** The version that stands: its text, what changed in it, its adoption, and who has signed under exactly these words. */
export function SignatureView({ line }: { readonly line: AgreementLine }): ReactNode {
  const { t } = useLocale();
  const { current } = line;
  if (current === undefined) return <Note>{t('agreement.not-frozen')}</Note>;
  const changes = current.number > 1 ? versionChanges(line.state, current.number) : [];
  return (
    <Stack>
      <FrozenText version={current} />
      {changes.length > 0 && (
        <Section title={t('agreement.changes-since', { version: current.number - 1 })}>
          <ChangeList changes={changes} />
        </Section>
      )}
      <Adoption line={line} version={current} />
      <Section title={t('agreement.signatures')} id="signatures">
        <ProgressLine
          label={t('agreement.version', { version: current.number })}
          done={line.signatures.signed}
          total={line.signatures.of}
          text={t('agreement.signed', { n: line.signatures.signed, all: line.signatures.of })}
        />
        <Signatures line={line} />
      </Section>
      {current.adopted !== null && <SignPart line={line} version={current} />}
      <InForce line={line} version={current} />
      {line.signatures.lapsed.length > 0 && (
        <Note>{t('agreement.lapsed', { n: line.signatures.lapsed.length })}</Note>
      )}
    </Stack>
  );
}

function FrozenText({ version }: { readonly version: AgreementVersion }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const lang = version.languages.includes(locale) ? locale : (version.languages[0] ?? locale);
  return (
    <details>
      <summary>{t('agreement.read', { version: version.number })}</summary>
      <article className={css['frozen']}>
        {version.clauses.map((held, index) => (
          <section key={held.id}>
            <h3>
              {format.number(index + 1)}.{' '}
              {format.text(textOf(held.title ?? undefined) ?? t('record.erased'), lang)}
            </h3>
            <Prose text={textOf(held.texts[lang]) ?? t('record.erased')} lang={lang} shared />
          </section>
        ))}
        <Note>{t('agreement.hash', { hash: version.hash.slice(0, 16) })}</Note>
      </article>
    </details>
  );
}

function Adoption(props: { readonly line: AgreementLine; readonly version: AgreementVersion }): ReactNode {
  const { line, version } = props;
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const act = useAct();
  const keeper = useKeeper();
  const { store } = useOpenSpace();
  if (version.adopted !== null)
    return (
      <p>
        {t('agreement.adopted', { date: format.date(version.adopted.at.slice(0, 10)) })}{' '}
        <a href={addressOf(store.space, 'decisions', version.adopted.decision)}>
          {t('agreement.see-decision')}
        </a>
      </p>
    );
  const taken = decisions(view, now()).find(({ state }) =>
    isAdopted(state, { entity: line.id, version: version.number }),
  );
  if (taken === undefined)
    return (
      <>
        <p>{t('agreement.not-adopted')}</p>
        <ActionRow>
          <ActionButton
            href={decisionAddress(
              store.space,
              t('agreement.adopt-question', { title: line.title ?? '', version: version.number }),
              line.id,
            )}
          >
            {t('agreement.decide')}
          </ActionButton>
        </ActionRow>
      </>
    );
  if (!keeper) return <p>{t('agreement.to-record')}</p>;
  return (
    <>
      <p>{t('agreement.to-record')}</p>
      <ActionRow>
        <ActionButton
          kind="primary"
          onPress={() =>
            void act.command(
              'agreement.adopt',
              { entity: line.id, circle: agreement.circle },
              {
                decision: taken.id,
              },
            )
          }
        >
          {t('agreement.adopt')}
        </ActionButton>
      </ActionRow>
    </>
  );
}

/** Everybody who is to sign: those who have, those who declined with their reason, those still to say. */
function Signatures({ line }: { readonly line: AgreementLine }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const { signatures, declined, waiting } = line.signatures;
  const row = (organisation: string): Pick<Sentence, 'key' | 'sign' | 'text'> => ({
    key: organisation,
    sign: <SectorShape sector={actorSector(view, organisation) ?? 'other'} />,
    text: format.text(actorName(view, organisation) ?? t('record.not-visible')),
  });
  return (
    <SentenceList
      labelledBy="signatures"
      items={[
        ...signatures.map((held) => ({
          ...row(held.organisation),
          note: [
            t(`agreement.method.${held.method}`, { date: format.date(held.date) }),
            format.text(textOf(held.mandate ?? undefined) ?? ''),
          ].join(' '),
        })),
        ...declined.map((held) => ({
          ...row(held.organisation),
          note: t('agreement.declined', { reason: format.text(textOf(held.reason ?? undefined) ?? '') }),
        })),
        ...waiting.map((organisation) => ({ ...row(organisation), note: t('agreement.waiting') })),
      ]}
    />
  );
}

/** Before all have signed, partners may have agreed on the day from which the text is in force. */
function InForce(props: { readonly line: AgreementLine; readonly version: AgreementVersion }): ReactNode {
  const { t } = useLocale();
  const act = useAct();
  const keeper = useKeeper();
  const [asked, setAsked] = useState(false);
  const { line, version } = props;
  if (version.adopted === null || version.inForce !== null || !keeper) return null;
  const put = (): void =>
    void act.command(
      'agreement.enterIntoForce',
      { entity: line.id, circle: agreement.circle },
      { date: today() },
    );
  return asked ? (
    <>
      <p>{t('agreement.in-force-hint')}</p>
      <ActionRow>
        <ActionButton onPress={put}>{t('agreement.in-force-do')}</ActionButton>
        <ActionButton kind="quiet" onPress={() => setAsked(false)}>
          {t('ui.cancel')}
        </ActionButton>
      </ActionRow>
    </>
  ) : (
    <ActionRow>
      <ActionButton kind="quiet" onPress={() => setAsked(true)}>
        {t('agreement.in-force')}
      </ActionButton>
    </ActionRow>
  );
}
