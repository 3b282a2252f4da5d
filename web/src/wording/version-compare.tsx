import { versionBefore, versionIn, type Wording, type WordingVersion } from '@tablee/domain/modules/wording';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { usePeople } from '../sync/use-space.ts';
import { ActionButton, ActionRow } from '../ui/action-button.tsx';
import { Compare } from '../ui/compare.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Section } from '../ui/sentence-list.tsx';
import { StateLine } from '../ui/state-line.tsx';

/** What changed between two versions of a text, any two: first the latest and the one that its author had in front of them. */
export function VersionCompare(props: {
  readonly state: Wording;
  readonly version: WordingVersion;
  readonly onDone: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const people = usePeople();
  const { versions } = props.state;
  const [from, setFrom] = useState(versionBefore(props.state, props.version)?.number ?? 1);
  const [to, setTo] = useState(props.version.number);
  const options = versions.map((version) => ({
    value: String(version.number),
    label: t('wording.version-by', {
      n: version.number,
      by: people.find(version.by)?.name ?? t('record.somebody'),
      when: format.date(version.at.slice(0, 10)),
    }),
  }));
  const [before, after] = [from, to].map((number) => versions[number - 1]);
  const old = before && versionIn(before, locale);
  const now = after && versionIn(after, locale);
  const choose = (set: (number: number) => void) => (value: string) => value !== '' && set(Number(value));
  return (
    <Section
      title={t('wording.changed', { before: from, after: to })}
      aside={
        <ActionButton kind="quiet" onPress={props.onDone}>
          {t('ui.close')}
        </ActionButton>
      }
    >
      {versions.length > 2 && (
        <ActionRow>
          <SelectField
            label={t('wording.compare-from')}
            none={t('wording.compare-choose')}
            options={options}
            value={String(from)}
            onChange={choose(setFrom)}
          />
          <SelectField
            label={t('wording.compare-to')}
            none={t('wording.compare-choose')}
            options={options}
            value={String(to)}
            onChange={choose(setTo)}
          />
        </ActionRow>
      )}
      {old === undefined || now === undefined ? (
        <StateLine state={{ kind: 'erased', date: '' }} />
      ) : (
        <Compare before={{ text: old.text }} after={{ text: now.text }} lang={now.lang} />
      )}
    </Section>
  );
}
