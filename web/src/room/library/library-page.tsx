import { FORMATS, type Format, type FormatId, loadFormats, TEMPLATES } from '@tablee/domain/guidance';
import { type ReactNode, useEffect, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { PrintLinks } from '#guidance/print-links.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { useOpenSpace } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';

/** Workshop formats and templates of phase 1: to print, to change, and as the valley filled them in. */
export default function LibraryPage(): ReactNode {
  const { t } = useLocale();
  return (
    <>
      <PageHead
        title={t('guidance.library')}
        opening={t('guidance.library-opening', { formats: FORMATS.length, templates: TEMPLATES.length })}
      />
      <Note>{t('guidance.network')}</Note>
      <Formats />
      <Templates />
    </>
  );
}

function Formats(): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const [formats, setFormats] = useState<{ readonly [id in FormatId]: Format }>();
  useEffect(() => {
    let isCurrent = true;
    void loadFormats(locale).then((loaded) => isCurrent && setFormats(loaded));
    return () => {
      isCurrent = false;
    };
  }, [locale]);
  if (formats === undefined) return null;
  return (
    <Section title={t('guidance.formats')} id="formats">
      <SentenceList
        labelledBy="formats"
        items={FORMATS.map((id) => ({
          key: id,
          text: (
            <>
              <strong>{format.text(formats[id].title)}</strong>
              <PrintLinks kind="format" id={id} title={format.text(formats[id].title)} />
            </>
          ),
          note: `${format.text(formats[id].line)} ${format.text(formats[id].time)}.`,
        }))}
      />
    </Section>
  );
}

function Templates(): ReactNode {
  const { t } = useLocale();
  const { store } = useOpenSpace();
  return (
    <Section title={t('guidance.templates')} id="templates">
      <SentenceList
        labelledBy="templates"
        items={TEMPLATES.map((id) => ({
          key: id,
          text: (
            <>
              <strong>{t(`guidance.template.${id}`)}</strong>
              <PrintLinks kind="template" id={id} title={t(`guidance.template.${id}`)} />
            </>
          ),
          note: (
            <>
              {t(`guidance.template-note.${id}`)}{' '}
              {id !== 'map-sheet' && (
                <>
                  {t('guidance.filled')}
                  <PrintLinks
                    kind="template"
                    id={id}
                    filled
                    title={`${t(`guidance.template.${id}`)}, ${t('guidance.filled')}`}
                  />
                </>
              )}{' '}
              {(id === 'invitation-state' || id === 'invitation-plain') && (
                <>
                  {'· '}
                  <Link href={`${addressOf(store.space, 'documents')}?view=letters`}>
                    {t('guidance.write-letter')}
                  </Link>
                </>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}
