import { KEEPERS, textOf } from '@tablee/domain/kernel';
import { actorName, actorsAtTable } from '@tablee/domain/modules/actor';
import {
  type MandateAdvice,
  mandate,
  mandateAdvice,
  officeChangeOf,
  openOfficeChanges,
  speakersOf,
} from '@tablee/domain/modules/mandate';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useSpeakerWords } from '#mandate/who-speaks.tsx';
import { today } from '#page/clock.ts';
import { MoreActs } from '#page/more-acts.tsx';
import { Note, Stack } from '#page/note.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { useLocation, useSearch } from '#ui/location.ts';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { OfficeChangeView } from './office-change-view.tsx';
import { SuspensionNote } from './suspension-note.tsx';

/** What is asked about a mandate; its letter is named where the letter is registered. */
export const MANDATE_FIELDS = [
  'organisation',
  'role',
  'person',
  'from',
  'until',
  'designatedBy',
  'designatedOn',
  'reference',
  'scope',
  'successor',
];

/** Who may speak for whom today, by which letter; what would be good to ask for; an office holder who changed. */
export function MandatesView(): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const [, go] = useLocation();
  const [adding, setAdding] = useState<string>();
  const changing = new URLSearchParams(useSearch()).get('change');
  const base = `${addressOf(store.space, 'people')}?view=mandates`;
  const nameOf = (id: string): string => actorName(view, id) ?? '';
  const organisations = [...actorsAtTable(view)].sort((a, b) =>
    nameOf(a.id).localeCompare(nameOf(b.id), locale),
  );
  if (changing !== null && actorName(view, changing) !== undefined)
    return <OfficeChangeView organisation={changing} onClose={() => go(base, { replace: true })} />;
  if (adding !== undefined)
    return (
      <RecordForm
        declaration={mandate}
        fields={MANDATE_FIELDS}
        preset={adding === '' ? { role: 'focal' } : { role: 'focal', organisation: adding }}
        submit={t('mandate.note')}
        onDone={() => setAdding(undefined)}
        onCancel={() => setAdding(undefined)}
      />
    );
  if (organisations.length === 0) return <EmptyState>{t('mandate.empty')}</EmptyState>;
  return (
    <Stack>
      {openOfficeChanges(view).map(({ id, circle, state }) => (
        <SuspensionNote
          key={id}
          id={id}
          circle={circle}
          organisation={state.organisation}
          until={state.suspendedUntil}
          note={textOf(state.note ?? undefined)}
        />
      ))}
      <Advice />
      {organisations.map(({ id }) => (
        <OrganisationSection key={id} organisation={id} onAdd={() => setAdding(id)} />
      ))}
    </Stack>
  );
}

function Advice(): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  const advice = mandateAdvice(view, today()).filter(
    ({ organisation }) => officeChangeOf(view, organisation) === undefined,
  );
  if (advice.length === 0) return null;
  const timed = advice.filter(({ kind }) => kind === 'expired' || kind === 'endsSoon');
  const without = advice.length - timed.length;
  const sentence = ({ kind, until, organisation }: MandateAdvice): string =>
    t(kind === 'endsSoon' ? 'mandate.advice.endsSoon' : 'mandate.advice.expired', {
      name: actorName(view, organisation) ?? '',
      date: until === undefined ? '' : format.date(until),
    });
  return (
    <Section title={t('mandate.advice')} id="mandate-advice">
      <Stack tight>
        {timed.length > 0 && (
          <SentenceList
            labelledBy="mandate-advice"
            items={timed.map((one) => ({ key: one.organisation, text: format.text(sentence(one)) }))}
          />
        )}
        {without > 0 && <p>{t('mandate.advice.without', { n: without })}</p>}
        <Note>{t('mandate.advice-note')}</Note>
      </Stack>
    </Section>
  );
}

function OrganisationSection(props: {
  readonly organisation: string;
  readonly onAdd: () => void;
}): ReactNode {
  const { organisation } = props;
  const view = useView();
  const { store } = useOpenSpace();
  const you = useYou();
  const { t } = useLocale();
  const format = useFormat();
  const words = useSpeakerWords();
  const keeps = KEEPERS.some((role) => you?.roles.includes(role));
  const speakers = speakersOf(view, organisation, today());
  const base = addressOf(store.space, 'people');
  const isDesignated = speakers.some(({ standing }) => standing === 'inForce');
  const asks = you?.roles.includes('secretariat') === true;
  const letters = `${addressOf(store.space, 'documents')}?view=letters`;
  const ask = (
    <ActionButton kind="quiet" href={`${letters}&write=designation&for=${organisation}`}>
      {t('mandate.ask')}
    </ActionButton>
  );
  const changed = (
    <ActionButton kind="quiet" href={`${base}?view=mandates&change=${organisation}`} replace>
      {t('mandate.changed')}
    </ActionButton>
  );
  return (
    <Section title={format.text(actorName(view, organisation) ?? '')} id={`mandates-${organisation}`}>
      <Stack tight>
        {speakers.length === 0 && <Note>{t('mandate.nobody')}</Note>}
        {speakers.length > 0 && (
          <SentenceList
            labelledBy={`mandates-${organisation}`}
            items={speakers.map((speaker) => ({
              key: `${speaker.role}${speaker.person}`,
              text:
                speaker.mandate === undefined ? (
                  format.text(words(speaker))
                ) : (
                  <span id={`row-${speaker.mandate}`} tabIndex={-1}>
                    <Link href={`${base}/${speaker.mandate}?view=mandates`} replace>
                      {format.text(words(speaker))}
                    </Link>
                  </span>
                ),
            }))}
          />
        )}
        {keeps && (
          <ActionRow>
            {isDesignated ? changed : asks && ask}
            <MoreActs>
              <ActionButton kind="quiet" onPress={props.onAdd}>
                {t('mandate.note')}
              </ActionButton>
              {!isDesignated && changed}
            </MoreActs>
          </ActionRow>
        )}
      </Stack>
    </Section>
  );
}
