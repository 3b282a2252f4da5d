import { type FileRef, textOf, titleOf } from '@tablee/domain/kernel';
import { fileIn, type Group, type GroupPaper } from '@tablee/domain/modules/group';
import { meeting } from '@tablee/domain/modules/meeting';
import { type Running, recordIn, recordsIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { FileLink } from '#file/file-link.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { FileField } from '#register/file-field.tsx';
import { useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './among-us.module.css';
import { PublishPaper } from './publish.tsx';
import { useGroupAct, useNameOf } from './use-group.ts';

interface Held {
  readonly held: Running<Group>;
}

/** The group's papers, and what its delegates brought back from meetings. */
export function Papers({ held }: Held): ReactNode {
  const { t } = useLocale();
  const { papers, reports, closed } = held.state;
  const [adding, setAdding] = useState<'paper' | 'report'>();
  const [out, setOut] = useState<GroupPaper>();
  const done = (): void => setAdding(undefined);
  const open = closed === null && adding === undefined;
  return (
    <>
      <Section title={t('group.papers')} id="papers">
        {papers.length === 0 && adding !== 'paper' && <p className="note">{t('group.papers-empty')}</p>}
        <PaperList held={held} onPublish={closed === null ? setOut : undefined} />
        {adding === 'paper' && <BringForm held={held} onDone={done} />}
        {open && (
          <div className={css['acts']}>
            <ActionRow>
              <ActionButton onPress={() => setAdding('paper')}>{t('group.bring')}</ActionButton>
            </ActionRow>
          </div>
        )}
      </Section>
      <Section title={t('group.reports')} id="reports">
        {reports.length === 0 && adding !== 'report' && <p className="note">{t('group.reports-empty')}</p>}
        <ReportList held={held} />
        {adding === 'report' && <ReportForm held={held} onDone={done} />}
        {open && (
          <div className={css['acts']}>
            <ActionRow>
              <ActionButton onPress={() => setAdding('report')}>{t('group.report')}</ActionButton>
            </ActionRow>
          </div>
        )}
      </Section>
      {out && <PublishPaper held={held} paper={out} onDone={() => setOut(undefined)} />}
    </>
  );
}

function PaperList(
  props: Held & { readonly onPublish: ((paper: GroupPaper) => void) | undefined },
): ReactNode {
  const { held, onPublish } = props;
  const { t } = useLocale();
  const format = useFormat();
  const nameOf = useNameOf();
  const view = useView();
  return (
    <SentenceList
      labelledBy="papers"
      items={held.state.papers.toReversed().map((paper) => {
        const file = fileIn(paper.file);
        const text = textOf(paper.text ?? undefined);
        const left = held.state.left.some(
          ({ what, of, as }) => what === 'paper' && of === paper.id && view.get(as)?.circle !== 'core',
        );
        return {
          key: paper.id,
          text: format.text(textOf(paper.title ?? undefined) ?? t('group.erased')),
          note: (
            <>
              {text !== undefined && <span className={css['words']}>{format.text(text)} </span>}
              {file && (
                <>
                  <FileLink file={file} />{' '}
                </>
              )}
              {nameOf(paper.by)}
            </>
          ),
          when: format.date(paper.at.slice(0, 10)),
          ...(left
            ? { state: <p className="note">{t('group.is-published')}</p> }
            : onPublish && {
                action: (
                  <ForWriters>
                    <ActionButton kind="quiet" onPress={() => onPublish(paper)}>
                      {t('group.publish-paper')}
                    </ActionButton>
                  </ForWriters>
                ),
              }),
        };
      })}
    />
  );
}

function BringForm({ held, onDone }: Held & { readonly onDone: () => void }): ReactNode {
  const { t } = useLocale();
  const group = useGroupAct(held);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [file, setFile] = useState<FileRef>();
  const submit = async () => {
    if (title.trim() === '') return [{ name: 'title', message: t('group.title-missing') }];
    if (text.trim() === '' && file === undefined)
      return [{ name: 'text', message: t('group.paper-missing') }];
    await group.do('bring', {
      paper: group.newId(),
      title: title.trim(),
      ...(text.trim() === '' ? {} : { text: text.trim() }),
      ...(file === undefined ? {} : { file: { ...file } }),
    });
    onDone();
    return undefined;
  };
  return (
    <Form label={t('group.bring')} submit={t('group.bring')} onSubmit={submit} onCancel={onDone}>
      <TextField
        name="title"
        label={t('group.paper-title')}
        value={title}
        onChange={setTitle}
        maxLength={300}
      />
      <TextField
        name="text"
        label={t('group.paper-text')}
        rows={4}
        value={text}
        onChange={setText}
        maxLength={20_000}
        optional
      />
      <FileField
        frame={{ name: 'file', label: t('group.paper-file'), optional: true }}
        value={file}
        circle={held.circle}
        onChange={setFile}
      />
    </Form>
  );
}

function ReportList({ held }: Held): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const nameOf = useNameOf();
  const view = useView();
  return (
    <SentenceList
      labelledBy="reports"
      items={held.state.reports.toReversed().map((report) => {
        const about = titleOf(meeting, recordIn(view, 'meeting', report.meeting ?? undefined), locale);
        const next = textOf(report.next ?? undefined);
        return {
          key: report.id,
          text: (
            <span className={css['words']}>
              {format.text(textOf(report.text ?? undefined) ?? t('group.erased'))}
            </span>
          ),
          note: format.text(
            [
              ...(next === undefined ? [] : [t('group.next-is', { next })]),
              ...(about === undefined ? [] : [about]),
              nameOf(report.by),
            ].join(' · '),
          ),
          when: format.date(report.on),
        };
      })}
    />
  );
}

function ReportForm({ held, onDone }: Held & { readonly onDone: () => void }): ReactNode {
  const { t, locale } = useLocale();
  const view = useView();
  const group = useGroupAct(held);
  const [about, setAbout] = useState('');
  const [on, setOn] = useState(today());
  const [text, setText] = useState('');
  const [next, setNext] = useState('');
  const meetings = recordsIn(view, 'meeting').map((entity) => ({
    value: entity.id,
    label: titleOf(meeting, entity, locale) ?? t('record.untitled'),
  }));
  const submit = async () => {
    if (text.trim() === '') return [{ name: 'text', message: t('record.expected.something') }];
    if (on.length !== 10) return [{ name: 'on', message: t('group.day-missing') }];
    await group.do('report', {
      report: group.newId(),
      on,
      text: text.trim(),
      ...(about === '' ? {} : { meeting: about }),
      ...(next.trim() === '' ? {} : { next: next.trim() }),
    });
    onDone();
    return undefined;
  };
  return (
    <Form label={t('group.report')} submit={t('group.report-do')} onSubmit={submit} onCancel={onDone}>
      {meetings.length > 0 && (
        <SelectField
          label={t('group.which-meeting')}
          none={t('group.other-meeting')}
          options={meetings}
          value={about}
          onChange={setAbout}
        />
      )}
      <DateField name="on" label={t('group.on')} value={on} onChange={setOn} precisions={['day']} />
      <TextField
        name="text"
        label={t('group.what-heard')}
        hint={t('group.what-heard-hint')}
        rows={4}
        value={text}
        onChange={setText}
        maxLength={10_000}
      />
      <TextField
        label={t('group.what-next')}
        rows={2}
        value={next}
        onChange={setNext}
        maxLength={2_000}
        optional
      />
    </Form>
  );
}
