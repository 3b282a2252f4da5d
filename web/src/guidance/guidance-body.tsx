import { FRAMEWORK_VERSION, type Framework, loadFramework } from '@tablee/domain/framework';
import {
  type Format,
  type FormatId,
  loadFormats,
  loadTools,
  TOOL_LINKS,
  type Tool,
  type ToolWords,
} from '@tablee/domain/guidance';
import { valueOf } from '@tablee/domain/kernel';
import { partnership, partnershipOf } from '@tablee/domain/modules/partnership';
import { type ReactNode, useEffect, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import css from './guidance.module.css';
import { PrintLinks } from './print-links.tsx';

interface Loaded {
  readonly words: ToolWords;
  readonly formats: { readonly [id in FormatId]: Format };
  readonly framework: Framework;
}

/** As many questions of a factor as can be talked about in a quarter of an hour. */
const QUESTIONS = 3;

const useContent = (tool: Tool): Loaded | undefined => {
  const { locale } = useLocale();
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let isCurrent = true;
    void Promise.all([loadTools(locale), loadFormats(locale), loadFramework(locale)]).then(
      ([tools, formats, framework]) => isCurrent && setLoaded({ words: tools[tool], formats, framework }),
    );
    return () => {
      isCurrent = false;
    };
  }, [locale, tool]);
  return loaded;
};

/** What a tool is for, the questions that matter now, what the valley did, and what can be printed. */
export function GuidanceBody({ tool }: { readonly tool: Tool }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const { store } = useOpenSpace();
  const loaded = useContent(tool);
  if (loaded === undefined) return <p aria-busy="true">{t('guidance.loading')}</p>;
  const { formats, templates } = TOOL_LINKS[tool];
  return (
    <div className={css['body']}>
      <p className={css['purpose']}>{format.text(loaded.words.purpose)}</p>
      <Questions framework={loaded.framework} tool={tool} />
      <div>
        <h3>{t('guidance.valley')}</h3>
        <p className={css['example']}>{format.text(loaded.words.example)}</p>
      </div>
      {formats.length + templates.length > 0 && (
        <div>
          <h3>{t('guidance.print')}</h3>
          <ul className={css['prints']}>
            {formats.map((id) => (
              <li key={id}>
                {format.text(loaded.formats[id].title)}{' '}
                <PrintLinks kind="format" id={id} title={format.text(loaded.formats[id].title)} />
              </li>
            ))}
            {templates.map((id) => (
              <li key={id}>
                {t(`guidance.template.${id}`)}{' '}
                <PrintLinks kind="template" id={id} title={t(`guidance.template.${id}`)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>
        <Link href={addressOf(store.space, 'library')}>{t('guidance.all')}</Link>
      </p>
    </div>
  );
}

function Questions({ framework, tool }: { readonly framework: Framework; readonly tool: Tool }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const pinned = valueOf(partnership, partnershipOf(view, locale)?.entity, 'framework') ?? FRAMEWORK_VERSION;
  const shown = framework.factors.filter(({ id }) => TOOL_LINKS[tool].factors.includes(id));
  return (
    <div>
      <h3>{t('guidance.questions')}</h3>
      {shown.map((factor) => (
        <div key={factor.id} className={css['factor']}>
          <p className={css['name']}>{format.text(factor.name)}</p>
          <ul>
            {factor.questions.slice(0, shown.length > 1 ? 2 : QUESTIONS).map((question) => (
              <li key={question}>{format.text(question)}</li>
            ))}
          </ul>
        </div>
      ))}
      <Note>
        {pinned === framework.version
          ? t('guidance.version', { version: pinned })
          : t('guidance.other-version', { version: framework.version, pinned })}
      </Note>
    </div>
  );
}
