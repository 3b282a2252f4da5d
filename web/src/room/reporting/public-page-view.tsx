import { type JsonObject, processCommand } from '@tablee/domain/kernel';
import { publicCandidates, publicView } from '@tablee/domain/modules/publication';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Note, Said, Stack } from '#page/note.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { useLanguages } from '#register/use-languages.ts';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { ChoosePage } from './choose-page.tsx';
import { type Preview, PreviewDocument } from './preview-document.tsx';
import { contentOf, draftOf, heldPage, type PageDraft } from './use-draft.ts';

type Step = { readonly at: 'read' | 'choose' | 'reread' | 'down'; readonly said?: boolean };

/** The public page: read as others read it; prepared by choosing, rereading, and publishing on purpose. */
export function PublicPageView(): ReactNode {
  const view = useView();
  const keeper = useKeeper();
  const languages = useLanguages();
  const { locale, t } = useLocale();
  const [step, setStep] = useState<Step>({ at: 'read' });
  const [draft, setDraft] = useState<PageDraft>();
  const publish = usePublish();
  const begin = (): void => {
    setDraft(draftOf(view, locale, languages));
    setStep({ at: 'choose' });
  };
  if (draft !== undefined && step.at === 'choose')
    return (
      <ChoosePage
        draft={draft}
        onDraft={setDraft}
        onReread={() => setStep({ at: 'reread' })}
        onCancel={() => setStep({ at: 'read' })}
      />
    );
  if (draft !== undefined && step.at === 'reread')
    return (
      <Reread
        draft={draft}
        onBack={() => setStep({ at: 'choose' })}
        onPublish={() => void publish(draft).then(() => setStep({ at: 'read', said: true }))}
      />
    );
  if (step.at === 'down') return <TakeDown onDone={() => setStep({ at: 'read' })} />;
  return (
    <Stack tight>
      {step.said && <Said>{t('reporting.published')}</Said>}
      <Current />
      {keeper ? (
        <Acts onBegin={begin} onDown={() => setStep({ at: 'down' })} />
      ) : (
        <Note>{t('reporting.keepers')}</Note>
      )}
    </Stack>
  );
}

const usePublish = (): ((draft: PageDraft) => Promise<void>) => {
  const view = useView();
  const act = useAct();
  const { locale } = useLocale();
  return async (draft) => {
    const held = heldPage(view);
    const content: JsonObject = contentOf(draft, publicCandidates(view, locale));
    await act.issue(
      held === undefined
        ? processCommand(
            act.ticket(),
            'publicPage.publish',
            { entity: act.newId(), circle: 'public' },
            content,
          )
        : processCommand(act.ticket(), 'publicPage.renew', { entity: held.id, circle: held.circle }, content),
    );
  };
};

function Current(): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const shown = publicView(view, locale);
  if (shown === undefined) return <EmptyState>{t('reporting.empty-page')}</EmptyState>;
  return (
    <>
      <PreviewDocument page={shown} />
      <p>
        <a href={`/public/${store.space}`}>{t('reporting.open-public')}</a>
      </p>
    </>
  );
}

function Acts(props: { readonly onBegin: () => void; readonly onDown: () => void }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const shown = publicView(view, locale) !== undefined;
  return (
    <ActionRow>
      <ActionButton onPress={props.onBegin}>
        {t(shown ? 'reporting.renew' : 'reporting.prepare')}
      </ActionButton>
      {shown && (
        <ActionButton kind="quiet" onPress={props.onDown}>
          {t('reporting.take-down')}
        </ActionButton>
      )}
    </ActionRow>
  );
}

function TakeDown({ onDone }: { readonly onDone: () => void }): ReactNode {
  const view = useView();
  const act = useAct();
  const { t } = useLocale();
  const held = heldPage(view);
  return (
    <>
      <p>{t('reporting.take-down-sure')}</p>
      <ActionRow>
        <ActionButton
          kind="primary"
          onPress={() =>
            held &&
            void act
              .issue(
                processCommand(
                  act.ticket(),
                  'publicPage.unpublish',
                  { entity: held.id, circle: held.circle },
                  {},
                ),
              )
              .then(onDone)
          }
        >
          {t('reporting.take-down-do')}
        </ActionButton>
        <ActionButton onPress={onDone}>{t('ui.cancel')}</ActionButton>
      </ActionRow>
    </>
  );
}

function Reread(props: {
  readonly draft: PageDraft;
  readonly onBack: () => void;
  readonly onPublish: () => void;
}): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const languages = Object.keys(contentOf(props.draft, []).title);
  const [lang, setLang] = useState(languages.includes(locale) ? locale : (languages[0] ?? locale));
  const content = contentOf(props.draft, publicCandidates(view, locale));
  const words = (texts: { readonly [lang: string]: string }) => {
    const found = texts[lang] === undefined ? Object.keys(texts)[0] : lang;
    const text = found === undefined ? undefined : texts[found];
    return found === undefined || text === undefined ? undefined : { lang: found, text };
  };
  const linesOf = (section: string) =>
    content.items
      .filter((item) => item.section === section)
      .flatMap((item) => {
        const said = words(item.texts);
        return said === undefined
          ? []
          : [
              {
                source: item.source,
                ...said,
                value: item.value ?? null,
                unit: item.unit ?? null,
                day: item.day ?? null,
              },
            ];
      });
  const page: Preview = {
    title: words(content.title),
    intro: words(content.intro),
    sections: {
      goals: linesOf('goals'),
      partners: linesOf('partners'),
      figures: linesOf('figures'),
      decisions: linesOf('decisions'),
    },
  };
  const name = (code: string): string =>
    new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code;
  return (
    <Stack tight>
      <h2>{t('reporting.reread-title')}</h2>
      <Note>{t('reporting.reread-note')}</Note>
      {languages.length > 1 && (
        <ActionRow>
          {languages.map((code) => (
            <ActionButton key={code} kind="quiet" pressed={code === lang} onPress={() => setLang(code)}>
              {t('reporting.in-language', { language: name(code) })}
            </ActionButton>
          ))}
        </ActionRow>
      )}
      <PreviewDocument page={page} />
      <ActionRow>
        <ActionButton kind="primary" onPress={props.onPublish}>
          {t('reporting.publish')}
        </ActionButton>
        <ActionButton onPress={props.onBack}>{t('reporting.back')}</ActionButton>
      </ActionRow>
    </Stack>
  );
}
