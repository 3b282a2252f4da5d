import { changeRecord, optionWords, type RecordEntity, textIn, valueOf } from '@tablee/domain/kernel';
import {
  activity,
  activityLines,
  PROGRESS,
  type Progress,
  RATINGS,
  type Rating,
} from '@tablee/domain/modules/activity';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Stack } from '#page/note.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { useAct, useView, useYou } from '#sync/use-space.ts';
import { Choice } from '#ui/choice.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { RatingStroke } from '#ui/rating-mark.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { SIGN } from './rating.ts';

interface SayProps {
  readonly onDone: (title: string) => void;
  readonly onCancel: () => void;
}

/** How an activity goes, in words with a reason: which one first, mine before the others, unless it is known. */
export function SayForm({ id, ...props }: SayProps & { readonly id?: string }): ReactNode {
  const view = useView();
  const you = useYou();
  const keeper = useKeeper();
  const { t, locale } = useLocale();
  const format = useFormat();
  const open = activityLines(view, today()).filter((line) => line.progress !== 'done');
  const mine = open.filter((line) => line.accountable === you?.organisation);
  const offered = keeper ? [...mine, ...open.filter((line) => !mine.includes(line))] : mine;
  const [chosen, setChosen] = useState(id ?? offered[0]?.entity.id ?? '');
  const entity = recordIn(view, 'activity', chosen);
  const which = (
    <SelectField
      name="activity"
      label={t('progress.which')}
      none={t('progress.choose')}
      value={chosen}
      onChange={setChosen}
      options={offered.map((line) => ({
        value: line.entity.id,
        label: format.text(textIn(line.entity, 'title', locale)?.text ?? t('record.untitled')),
      }))}
    />
  );
  return (
    <Stack tight>
      {id === undefined && which}
      {entity && <RateForm key={entity.id} entity={entity} {...props} />}
    </Stack>
  );
}

function RateForm(props: SayProps & { readonly entity: RecordEntity }): ReactNode {
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  // The record as it was when the form opened: a change that arrives meanwhile becomes a conflict, never lost.
  const [seen] = useState(props.entity);
  const [progress, setProgress] = useState<Progress>(valueOf(activity, seen, 'progress') ?? 'notStarted');
  const [rating, setRating] = useState<Rating>(valueOf(activity, seen, 'rating') ?? 'notRated');
  const [reason, setReason] = useState('');
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const text = reason.trim();
    if (text === '' && (rating === 'atRisk' || rating === 'offTrack'))
      return [{ name: 'reason', message: t('progress.why-missing') }];
    await act.issue(
      changeRecord(act.ticket(), seen, {
        progress,
        rating,
        ratingReason: text === '' ? null : { lang: locale, text },
        ratingDate: today(),
      }),
    );
    props.onDone(format.text(textIn(seen, 'title', locale)?.text ?? t('record.untitled')));
    return undefined;
  };
  return (
    <Form label={t('progress.say')} submit={t('progress.say-do')} onSubmit={submit} onCancel={props.onCancel}>
      <Choice
        name="rating"
        label={t('progress.how-goes')}
        options={RATINGS.map((value) => ({
          value,
          label: format.text(optionWords(activity.fields.rating, value)[locale]),
          sign: <RatingStroke rating={SIGN[value]} />,
        }))}
        value={rating}
        onChange={setRating}
        large
      />
      <TextField
        name="reason"
        label={t('progress.why')}
        hint={t('progress.why-hint')}
        rows={2}
        value={reason}
        onChange={setReason}
        {...(rating === 'atRisk' || rating === 'offTrack' ? {} : { optional: true })}
      />
      <Choice
        name="progress"
        label={t('progress.how-far')}
        options={PROGRESS.map((value) => ({
          value,
          label: format.text(optionWords(activity.fields.progress, value)[locale]),
        }))}
        value={progress}
        onChange={setProgress}
      />
    </Form>
  );
}
