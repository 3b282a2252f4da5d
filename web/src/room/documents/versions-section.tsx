import type { RecordEntity } from '@tablee/domain/kernel';
import { document, STANDING, type VersionLine, versionsOf } from '@tablee/domain/modules/document';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useMay } from '#register/use-may.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Compare } from '#ui/compare.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { PanelSection } from '#ui/side-panel.tsx';

/** All versions of a text: which came from which, what each counts for; two of them side by side, word by word. */
export function VersionsSection(props: {
  readonly entity: RecordEntity;
  readonly onNew: () => void;
}): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const { id } = props.entity;
  const mayChange = useMay(document, props.entity).change;
  const versions = versionsOf(view, id, locale);
  return (
    <PanelSection title={t('document.versions')}>
      {versions.length > 1 && <VersionTable versions={versions} shown={id} />}
      {mayChange && (
        <ActionRow>
          <ActionButton kind="quiet" onPress={props.onNew}>
            {t('document.new-version')}
          </ActionButton>
        </ActionRow>
      )}
      {versions.length > 1 && <SideBySide key={id} versions={versions} shown={id} />}
    </PanelSection>
  );
}

interface Versions {
  readonly versions: readonly VersionLine[];
  readonly shown: string;
}

function VersionTable({ versions, shown }: Versions): ReactNode {
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const standing = (line: VersionLine): string =>
    [
      STANDING[line.standing][locale],
      ...(line.replacedBy === undefined ? [] : [t('document.by-version', { n: line.replacedBy })]),
    ].join(' ');
  return (
    <DataTable
      caption={t('document.versions')}
      captionHidden
      rows={versions}
      rowKey={(line) => line.document}
      selected={shown}
      columns={[
        {
          key: 'number',
          head: t('document.version'),
          cell: (line) =>
            line.document === shown ? (
              t('document.version-here', { n: line.number })
            ) : (
              <Link href={`${addressOf(store.space, 'documents', line.document)}?view=texts`} replace>
                {t('document.version-n', { n: line.number })}
              </Link>
            ),
        },
        {
          key: 'from',
          head: t('document.from'),
          cell: (line) =>
            line.from === undefined ? t('document.first') : t('document.from-n', { n: line.from }),
          onPhone: true,
        },
        {
          key: 'standing',
          head: t('document.standing'),
          cell: (line) => `${format.text(standing(line))}, ${format.date(line.since.slice(0, 10))}`,
          onPhone: true,
        },
      ]}
    />
  );
}

function SideBySide({ versions, shown }: Versions): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const current = versions.find((line) => line.document === shown);
  const others = versions.filter((line) => line.document !== shown);
  const [other, setOther] = useState('');
  const chosen = others.find((line) => line.document === other);
  if (current === undefined) return null;
  const pair = chosen === undefined ? [] : [chosen, current].toSorted((a, b) => a.number - b.number);
  const [before, after] = pair;
  return (
    <>
      <SelectField
        label={t('document.compare-with')}
        optional
        value={other}
        onChange={setOther}
        none={t('document.compare-none')}
        options={others.map((line) => ({
          value: line.document,
          label: t('document.version-n', { n: line.number }),
        }))}
      />
      {before !== undefined &&
        after !== undefined &&
        (before.text === undefined || after.text === undefined ? (
          <p className="note">{t('document.no-words')}</p>
        ) : (
          <Compare
            lang={after.text.lang}
            before={{
              text: format.text(before.text.text),
              label: t('document.version-n', { n: before.number }),
            }}
            after={{
              text: format.text(after.text.text),
              label: t('document.version-n', { n: after.number }),
            }}
          />
        ))}
    </>
  );
}
