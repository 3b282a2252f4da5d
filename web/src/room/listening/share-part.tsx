import { type Round, roundMessage } from '@tablee/domain/modules/listening';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import type { Running } from '@tablee/domain/modules/reading';
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
import { doorsIn, type MadeDoors, madeIn } from './round-api.ts';
import { useFetched, useSend } from './use-round.ts';

/** How a round reaches people: one link for many, personal links, and which of them still open. */
export function SharePart({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t, locale } = useLocale();
  const nameOf = useLanguageName();
  const doors = useFetched(held.id, 'doors', doorsIn);
  const send = useSend(held.id);
  const { languages } = held.state;
  const [lang, setLang] = useState(languages.find((own) => own === locale) ?? languages[0] ?? 'fr');
  const [made, setMade] = useState<MadeDoors>();
  const [fault, setFault] = useState('');
  const [many, setMany] = useState(false);
  const make = (kind: 'public' | 'personal', count?: number) =>
    send('count', async (post) => {
      setMade(madeIn(await post('POST', 'doors', { kind, ...(count === undefined ? {} : { count }) })));
      doors.reload();
    });
  if (made !== undefined)
    return (
      <Section title={t('listening.share')} id="share">
        <Stack tight>
          {languages.length > 1 && (
            <SelectField
              label={t('listening.share-language')}
              none={nameOf(lang)}
              options={languages
                .filter((own) => own !== lang)
                .map((own) => ({ value: own, label: nameOf(own) }))}
              value=""
              onChange={(next) => next !== '' && setLang(next)}
            />
          )}
          <Made held={held} made={made} lang={lang} onDone={() => setMade(undefined)} />
        </Stack>
      </Section>
    );
  return (
    <Section title={t('listening.share')} id="share">
      <Stack tight>
        <p className="note">{t('listening.share-explained')}</p>
        <ActionRow>
          <ActionButton
            onPress={() => void make('public').then((faults) => setFault(faults?.[0]?.message ?? ''))}
          >
            {t('listening.share-public')}
          </ActionButton>
          <ActionButton kind="quiet" expanded={many} onPress={() => setMany(!many)}>
            {t('listening.share-personal')}
          </ActionButton>
        </ActionRow>
        {fault !== '' && <p role="alert">{fault}</p>}
        {many && <Personal onMake={(count) => make('personal', count)} onCancel={() => setMany(false)} />}
        <OpenDoors held={held} doors={doors.data ?? []} onChanged={doors.reload} />
      </Stack>
    </Section>
  );
}

function Made(props: {
  readonly held: Running<Round>;
  readonly made: MadeDoors;
  readonly lang: string;
  readonly onDone: () => void;
}): ReactNode {
  const { held, made, lang } = props;
  const view = useView();
  const { t, locale } = useLocale();
  const [first] = made.links;
  const { said, copy } = useCopy();
  const partnership = partnershipOf(view, locale)?.name ?? t('request.partnership');
  if (first === undefined) return null;
  if (made.links.length > 1 || made.qr === undefined)
    return (
      <>
        <p className="note">{t('listening.personal-once')}</p>
        <pre className={css['links']}>{made.links.map(({ url }) => url).join('\n')}</pre>
        <ActionRow>
          <ActionButton
            kind="primary"
            onPress={() => void copy(made.links.map(({ url }) => url).join('\n'), t('request.copied-link'))}
          >
            {t('listening.copy-links', { n: made.links.length })}
          </ActionButton>
          <ActionButton kind="quiet" onPress={props.onDone}>
            {t('request.done')}
          </ActionButton>
        </ActionRow>
        <p role="status">{said}</p>
      </>
    );
  const text = roundMessage(held.state, lang, { partnership, url: first.url });
  const { qr } = made;
  return (
    <>
      <HandOverText
        title={t('listening.public-link')}
        handOver={{ url: first.url, text, qr }}
        onDone={props.onDone}
      />
      <div>
        <ActionButton
          kind="quiet"
          onPress={() => saveFile('qr.svg', new Blob([qr], { type: 'image/svg+xml' }))}
        >
          {t('listening.qr-save')}
        </ActionButton>
      </div>
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
