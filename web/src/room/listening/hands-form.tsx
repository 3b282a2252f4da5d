import { type Round, statementLines } from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { EntryGrid } from '#ui/entry-grid.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useSend } from './use-round.ts';
import { useSectorOptions } from './use-sector-options.ts';

const STANCES = ['agree', 'disagree', 'pass'] as const;
type Counts = { readonly [id: string]: { readonly [stance: string]: string } };

/** Hands counted in a room: statement by statement how many were for, against, and passed. */
export function HandsForm({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const send = useSend(held.id);
  const sectors = useSectorOptions(held.state);
  const lines = statementLines(held.state, locale).filter(({ shown }) => shown);
  const [code, setCode] = useState('');
  const [sector, setSector] = useState('');
  const [counts, setCounts] = useState<Counts>({});
  const [done, setDone] = useState(false);
  const submit = async () => {
    if (code.trim() === '') return [{ name: 'code', message: t('listening.fault-room') }];
    const filled = Object.entries(counts).map(([id, row]) => {
      const [agree = 0, disagree = 0, pass = 0] = STANCES.map((stance) => Number(row[stance] ?? 0));
      return [id, { agree, disagree, pass }] as const;
    });
    if (filled.length === 0) return [{ name: 'code', message: t('record.expected.something') }];
    const faults = await send('code', async (post) => {
      const body = { code: code.trim(), counts: Object.fromEntries(filled) };
      await post('POST', 'hands', sector === '' ? body : { ...body, sector });
    });
    if (faults !== undefined) return faults;
    setCode('');
    setCounts({});
    setDone(true);
    return undefined;
  };
  return (
    <Form label={t('listening.paper-hands')} submit={t('listening.hands-do')} onSubmit={submit}>
      <p className="note">{t('listening.hands-explained')}</p>
      <TextField
        name="code"
        label={t('listening.hands-code')}
        hint={t('listening.hands-code-hint')}
        maxLength={40}
        value={code}
        onChange={setCode}
      />
      {sectors.length > 0 && (
        <SelectField
          label={t('listening.hands-sector')}
          none={t('listening.unsaid')}
          options={sectors}
          value={sector}
          onChange={setSector}
          optional
        />
      )}
      <EntryGrid
        caption={t('listening.hands-caption')}
        columns={STANCES.map((stance) => ({ key: stance, head: t(`listening.stance-${stance}`) }))}
        rows={lines.map((line) => ({
          key: line.id,
          head: format.text(line.text),
          cells: Object.fromEntries(
            STANCES.map((stance) => [stance, { value: counts[line.id]?.[stance] ?? '' }]),
          ),
        }))}
        onSave={(row, column, text) =>
          setCounts((before) => ({
            ...before,
            [row]: { ...before[row], [column]: text.replace(/\D/g, '').slice(0, 5) },
          }))
        }
      />
      <p role="status">{done && t('listening.hands-done')}</p>
    </Form>
  );
}
