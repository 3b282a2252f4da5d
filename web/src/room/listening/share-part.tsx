import { type Round, roundMessage } from '@tablee/domain/modules/listening';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import type { Running } from '@tablee/domain/modules/reading';
import { mayBeNamed } from '@tablee/domain/modules/request';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { saveFile } from '#page/save-file.ts';
import { HandOverText } from '#request/hand-over.tsx';
import { useCopy } from '#request/use-copy.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './listening.module.css';
import { useLanguageName } from './plan-language.tsx';
import { PosterPart } from './poster-part.tsx';
import { type Doors, doorsIn, madeIn } from './round-api.ts';
import { useFetched, useSend } from './use-round.ts';

/** How a round reaches people: one link for many, a poster, personal links, and which of them still open. */
export function SharePart({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t } = useLocale();
  const doors = useFetched(held.id, 'doors', doorsIn);
  const send = useSend(held.id);
  const [made, setMade] = useState<readonly string[]>();
  const [fault, setFault] = useState('');
  const [many, setMany] = useState(false);
  const make = (kind: 'public' | 'personal', count?: number) =>
    send('count', async (post) => {
      const links = madeIn(await post('POST', 'doors', { kind, ...(count === undefined ? {} : { count }) }));
      if (kind === 'personal') setMade(links);
      setMany(false);
      doors.reload();
    });
  const shared = doors.data?.shared;
  return (
    <Section title={t('listening.share')} id="share">
      <Stack tight>
        <p className="note">{t('listening.share-explained')}</p>
        {doors.fault !== undefined && <p className="note">{doors.fault}</p>}
        {shared !== undefined && <Shared held={held} shared={shared} />}
        {made !== undefined && <Made links={made} onDone={() => setMade(undefined)} />}
        <ActionRow>
          {doors.data !== undefined && shared === undefined && (
            <ActionButton
              onPress={() => void make('public').then((faults) => setFault(faults?.[0]?.message ?? ''))}
            >
              {t('listening.share-public')}
            </ActionButton>
          )}
          <ActionButton kind="quiet" expanded={many} onPress={() => setMany(!many)}>
            {t('listening.share-personal')}
          </ActionButton>
        </ActionRow>
        {fault !== '' && <p role="alert">{fault}</p>}
        {many && <Personal onMake={(count) => make('personal', count)} onCancel={() => setMany(false)} />}
        <OpenDoors held={held} doors={doors.data?.doors ?? []} onChanged={doors.reload} />
      </Stack>
    </Section>
  );
}

/** The link that many share: a message in each language, its code, its poster. */
function Shared(props: {
  readonly held: Running<Round>;
  readonly shared: NonNullable<Doors['shared']>;
}): ReactNode {
  const { held } = props;
  const { url, qr } = props.shared;
  const view = useView();
  const { t, locale } = useLocale();
  const nameOf = useLanguageName();
  const { languages } = held.state;
  const [lang, setLang] = useState(languages.find((own) => own === locale) ?? languages[0] ?? 'fr');
  const partnership = partnershipOf(view, locale)?.name ?? t('request.partnership');
  return (
    <>
      {languages.length > 1 && (
        <SelectField
          label={t('listening.share-language')}
          none={nameOf(lang)}
          options={languages.filter((own) => own !== lang).map((own) => ({ value: own, label: nameOf(own) }))}
          value=""
          onChange={(next) => next !== '' && setLang(next)}
        />
      )}
      <HandOverText
        title={t('listening.public-link')}
        handOver={{
          url,
          text: roundMessage(held.state, lang, { partnership, url, isNamed: mayBeNamed(held.circle) }),
          qr,
        }}
      />
      <div>
        <ActionButton
          kind="quiet"
          onPress={() => saveFile('qr.svg', new Blob([qr], { type: 'image/svg+xml' }))}
        >
          {t('listening.qr-save')}
        </ActionButton>
      </div>
      <PosterPart held={held} />
    </>
  );
}

/** Links for one person each, readable only now. */
function Made({
  links,
  onDone,
}: {
  readonly links: readonly string[];
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useLocale();
  const { said, copy } = useCopy();
  return (
    <>
      <p className="note">{t('listening.personal-once')}</p>
      <pre className={css['links']}>{links.join('\n')}</pre>
      <ActionRow>
        <ActionButton kind="primary" onPress={() => void copy(links.join('\n'), t('request.copied-link'))}>
          {t('listening.copy-links', { n: links.length })}
        </ActionButton>
        <ActionButton kind="quiet" onPress={onDone}>
          {t('request.done')}
        </ActionButton>
      </ActionRow>
      <p role="status">{said}</p>
    </>
  );
}

function Personal(props: {
  readonly onMake: (count: number) => ReturnType<ReturnType<typeof useSend>>;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useLocale();
  const [count, setCount] = useState('10');
  return (
    <Form
      label={t('listening.share-personal')}
      submit={t('listening.personal-do')}
      onCancel={props.onCancel}
      onSubmit={() => {
        const number = Number(count);
        return number >= 1 && number <= 500
          ? props.onMake(number)
          : [{ name: 'count', message: t('listening.fault-count') }];
      }}
    >
      <TextField
        name="count"
        label={t('listening.personal-count')}
        hint={t('listening.personal-hint')}
        inputMode="numeric"
        size={5}
        value={count}
        onChange={(text) => setCount(text.replace(/\D/g, ''))}
      />
    </Form>
  );
}

function OpenDoors(props: {
  readonly held: Running<Round>;
  readonly doors: readonly { readonly id: string; readonly kind: string; readonly revoked: boolean }[];
  readonly onChanged: () => void;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const send = useSend(props.held.id);
  const [fault, setFault] = useState('');
  const open = props.doors.filter(({ revoked }) => !revoked);
  const stop = async (ids: readonly string[]): Promise<void> => {
    const faults = await send('doors', async (post) => {
      for (const id of ids) await post('DELETE', `doors/${id}`);
    });
    setFault(faults?.[0]?.message ?? '');
    props.onChanged();
  };
  if (open.length === 0) return null;
  return (
    <>
      <h3 id="doors">{t('listening.doors')}</h3>
      <SentenceList
        labelledBy="doors"
        form="plain"
        items={(['public', 'personal'] as const).flatMap((kind) => {
          const ids = open.filter((door) => door.kind === kind).map(({ id }) => id);
          if (ids.length === 0) return [];
          return [
            {
              key: kind,
              text: t(kind === 'public' ? 'listening.doors-public' : 'listening.doors-personal', {
                n: ids.length,
              }),
              action: (
                <ActionButton kind="quiet" onPress={() => void stop(ids)}>
                  {t('listening.doors-stop')}
                </ActionButton>
              ),
            },
          ];
        })}
      />
      {fault !== '' && <p role="alert">{format.text(fault)}</p>}
    </>
  );
}
