import { isObject } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { request } from '#sync/api.ts';
import { useOpenSpace, usePeople } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { PanelSection } from '#ui/side-panel.tsx';

const KINDS = ['invitation', 'request', 'reply', 'notice', 'digest'] as const;
const STATES = ['waiting', 'failed', 'unsure'] as const;

interface Letter {
  readonly id: string;
  readonly kind: (typeof KINDS)[number];
  readonly person: string | undefined;
  readonly created: string;
  readonly state: (typeof STATES)[number];
}

const letterIn = (row: unknown): readonly Letter[] => {
  if (!isObject(row)) return [];
  const { id, person, created } = row;
  const kind = KINDS.find((each) => each === row['kind']);
  const state = STATES.find((each) => each === row['state']);
  if (typeof id !== 'string' || typeof created !== 'string' || kind === undefined || state === undefined)
    return [];
  return [{ id, kind, state, created, person: typeof person === 'string' ? person : undefined }];
};

/** E-mails that did not reach their person, or not yet: of one person, or of all; nothing where all is well or there is no network. */
export function Undelivered({ person }: { readonly person?: string }): ReactNode {
  const { store } = useOpenSpace();
  const people = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  const [letters, setLetters] = useState<readonly Letter[]>([]);
  const at = path.undelivered(store.space);
  const load = useCallback(async (): Promise<void> => {
    try {
      const answer = await request('GET', at);
      const rows = isObject(answer) && Array.isArray(answer['letters']) ? answer['letters'] : [];
      setLetters(rows.flatMap(letterIn));
    } catch {
      // Without the network nobody knows: the next look tells.
    }
  }, [at]);
  useEffect(() => void load(), [load]);
  const shown = letters.filter((letter) => person === undefined || letter.person === person);
  if (shown.length === 0) return null;
  const dismiss = async (id: string): Promise<void> => {
    await request('DELETE', `${at}/${id}`).catch(() => undefined);
    await load();
  };
  const list = (
    <SentenceList
      label={t('people.undelivered')}
      items={shown.map((letter) => {
        const name = people.find(letter.person ?? '')?.name ?? t('record.somebody');
        const what = `${t(`people.letter.${letter.kind}`)} (${format.date(letter.created.slice(0, 10))})`;
        const isNamed = person === undefined && letter.person !== undefined;
        return {
          key: letter.id,
          text: isNamed ? (
            <>
              <Link href={addressOf(store.space, 'people', letter.person)}>{name}</Link>, {what}
            </>
          ) : (
            what
          ),
          note: t(`people.undelivered.${letter.state}`),
          action:
            letter.state === 'waiting' ? undefined : (
              <ActionButton kind="quiet" onPress={() => void dismiss(letter.id)}>
                {t('people.undelivered-seen')}
              </ActionButton>
            ),
        };
      })}
    />
  );
  return person === undefined ? (
    <Section title={t('people.undelivered')} id="undelivered">
      {list}
    </Section>
  ) : (
    <PanelSection title={t('people.undelivered')}>{list}</PanelSection>
  );
}
