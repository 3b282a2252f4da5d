import { coverage, missingVoices } from '@tablee/domain/modules/actor';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useView } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { SectorShape } from '#ui/sector-shape.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import css from './contact.module.css';

/** Who is covered and who is not, one sentence per look, then each missing voice with its barrier and measure. */
export function CoverageView({ room }: { readonly room: RoomPlace }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const lines = coverage(view, locale);
  const voices = missingVoices(view, locale);
  return (
    <Stack>
      <Section title={t('contact.coverage')} id="coverage">
        <SentenceList
          labelledBy="coverage"
          items={lines.map((line) => ({
            key: line.check,
            sign: <Mark met={line.met} />,
            text: format.text(line.sentence.text),
            note: t(`contact.check-${line.check}`),
          }))}
        />
      </Section>
      <Section
        title={t('stakeholder.missing-title')}
        id="missing-voices"
        aside={format.number(voices.length)}
      >
        {voices.length === 0 ? (
          <Note>{t('stakeholder.none-missing')}</Note>
        ) : (
          <SentenceList
            labelledBy="missing-voices"
            items={voices.map(({ id, name, barrier, measure }) => ({
              key: id,
              sign: <SectorShape sector="other" missing />,
              text: (
                <Link href={room.href(id)} replace>
                  {format.text(name)}
                </Link>
              ),
              note: [
                barrier === undefined
                  ? t('stakeholder.no-barrier')
                  : `${format.text(barrier).replace(/\.$/, '')}.`,
                measure === undefined
                  ? t('contact.no-measure')
                  : t('stakeholder.measure', { measure: format.text(measure) }),
              ].join(' '),
            }))}
          />
        )}
      </Section>
    </Stack>
  );
}

/** A sign beside its word, for those who see it; the sentence says the same. */
function Mark({ met }: { readonly met: boolean }): ReactNode {
  const { t } = useLocale();
  return (
    <span className={met ? undefined : css['guess']}>
      <span aria-hidden="true">{met ? '✓' : '○'}</span>
      <span className="visually-hidden">{t(met ? 'contact.met' : 'contact.open')}</span>
    </span>
  );
}
