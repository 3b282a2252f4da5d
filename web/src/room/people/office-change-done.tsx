import { textOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { officeChangeOf } from '@tablee/domain/modules/mandate';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useEffect, useRef } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { SuspensionNote } from './suspension-note.tsx';

/** The drafts that the act has prepared; none for those who do not keep the register of letters. */
export interface PreparedLetters {
  readonly congratulation?: string;
  readonly designation?: string;
}

/** After the act: the note to copy, the two letters to look at, the briefing to take along. */
export function OfficeChangeDone(props: {
  readonly organisation: string;
  readonly letters: PreparedLetters;
  readonly onClose: () => void;
}): ReactNode {
  const { organisation, letters } = props;
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const change = officeChangeOf(view, organisation);
  const prepared = (['congratulation', 'designation'] as const).flatMap((kind) => {
    const id = letters[kind];
    return id === undefined ? [] : [{ kind, id }];
  });
  return (
    <Stack>
      <h2 tabIndex={-1} ref={title}>
        {format.text(t('mandate.done', { name: actorName(view, organisation) ?? '' }))}
      </h2>
      <Note>{t('mandate.done-note')}</Note>
      {change && (
        <SuspensionNote
          id={change.id}
          circle={change.circle}
          organisation={organisation}
          until={change.state.suspendedUntil}
          note={textOf(change.state.note ?? undefined)}
        />
      )}
      <Section title={t('mandate.prepared')} id="prepared">
        <SentenceList
          labelledBy="prepared"
          items={[
            ...prepared.map(({ kind, id }) => ({
              key: kind,
              text: (
                <Link href={`${addressOf(store.space, 'documents', id)}?view=letters`}>
                  {t(`mandate.letter.${kind}`)}
                </Link>
              ),
            })),
            ...(['pdf', 'docx'] as const).map((ending) => ({
              key: ending,
              text: (
                <a
                  href={`${path.documents(store.space)}/briefing/${organisation}.${ending}?lang=${locale}`}
                  download
                >
                  {t(`mandate.briefing.${ending}`)}
                </a>
              ),
            })),
          ]}
        />
      </Section>
      <ActionRow>
        <ActionButton onPress={props.onClose}>{t('mandate.back')}</ActionButton>
      </ActionRow>
    </Stack>
  );
}
