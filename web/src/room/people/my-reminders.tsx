import { isObject } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Fault, request } from '#sync/api.ts';
import { useOpenSpace } from '#sync/use-space.ts';
import { Choice } from '#ui/choice.tsx';
import { PanelSection } from '#ui/side-panel.tsx';

const PACES = ['weekly', 'monthly', 'never'] as const;
type Pace = (typeof PACES)[number];

/** How often I am reminded by this partnership: said at my own card, kept by the server. Nothing where no e-mail reaches me. */
export function MyReminders(): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [pace, setPace] = useState<Pace>();
  const [said, setSaid] = useState('');
  const at = path.reminders(store.space);
  useEffect(() => {
    request('GET', at)
      .then((answer) => {
        if (isObject(answer) && answer['reaches'] === true)
          setPace(PACES.find((each) => each === answer['pace']));
      })
      .catch(() => undefined);
  }, [at]);
  if (pace === undefined) return null;
  const change = async (next: Pace): Promise<void> => {
    try {
      await request('PUT', at, { pace: next });
      setPace(next);
      setSaid(t('people.pace-saved'));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      setSaid(fault.status === 0 ? t('people.needs-network') : fault.message);
    }
  };
  return (
    <PanelSection title={t('people.reminders')}>
      <Choice
        name="pace"
        label={t('people.pace')}
        options={PACES.map((value) => ({ value, label: t(`people.pace.${value}`) }))}
        value={pace}
        onChange={(next) => void change(next)}
      />
      <p role="status">{said}</p>
    </PanelSection>
  );
}
