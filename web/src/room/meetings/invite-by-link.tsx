import { isObject, type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { meeting } from '@tablee/domain/modules/meeting';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Fault, request } from '#sync/api.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { HandedOver, type Passed } from './handed-over.tsx';
import { useTold } from './use-told.ts';

interface Line {
  readonly row: string;
  readonly asked: boolean;
  readonly mailed: boolean;
  readonly passed: Passed;
}

/** One press: a personal link for everybody who waits, sent by e-mail where the server can, else to pass on. */
export function InviteByLink({
  entity,
  rows,
}: {
  readonly entity: RecordEntity;
  readonly rows: readonly string[];
}): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const format = useFormat();
  const told = useTold(entity);
  const [made, setMade] = useState<readonly Line[]>();
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const lineOf = (value: unknown): readonly Line[] => {
    if (!isObject(value) || typeof value['row'] !== 'string') return [];
    const { row, asked, mailed, name, text, organisation } = value;
    const of = typeof organisation === 'string' ? actorName(view, organisation) : undefined;
    const names = [of, typeof name === 'string' && name !== '' ? name : undefined].filter(Boolean);
    const note =
      asked !== true ? t('meeting.invite-no-person') : mailed === true ? t('meeting.mailed') : undefined;
    const passed = {
      key: row,
      name: format.text(names.length === 0 ? t('record.somebody') : names.join(', ')),
      text: typeof text === 'string' ? text : undefined,
      note,
    };
    return [{ row, asked: asked === true, mailed: mailed === true, passed }];
  };
  const invite = async (): Promise<void> => {
    setFault('');
    setBusy(true);
    try {
      const url = `/api/spaces/${store.space}/meetings/${entity.id}/invitations`;
      const answer = await request('POST', url, { rows, send: true });
      const invited = isObject(answer) && Array.isArray(answer['invited']) ? answer['invited'] : [];
      const lines = invited.flatMap(lineOf);
      const byMail = lines.filter((line) => line.mailed).map((line) => line.row);
      const byLink = lines.filter((line) => line.asked && !line.mailed).map((line) => line.row);
      if (byMail.length > 0) await told('email', byMail);
      if (byLink.length > 0) await told('link', byLink);
      setMade(lines);
    } catch (caught) {
      if (!(caught instanceof Fault)) throw caught;
      setFault(caught.status === 0 ? t('meeting.needs-network') : caught.message);
    } finally {
      setBusy(false);
    }
  };
  if (made !== undefined)
    return (
      <HandedOver
        title={t('meeting.invite-made', { n: made.filter((line) => line.asked).length })}
        items={made.map((line) => line.passed)}
        onDone={() => setMade(undefined)}
      />
    );
  if (rows.length === 0) return null;
  return (
    <>
      <ActionRow>
        {/* While the date is still sought, taking one is the act of this page. */}
        <ActionButton
          kind={valueOf(meeting, entity, 'moment') === undefined ? 'secondary' : 'primary'}
          onPress={() => void (busy ? undefined : invite())}
        >
          {t('meeting.invite-do', { n: rows.length })}
        </ActionButton>
      </ActionRow>
      {fault !== '' && <p role="alert">{fault}</p>}
    </>
  );
}
