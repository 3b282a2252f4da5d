import { type RecordEntity, titleOf } from '@tablee/domain/kernel';
import {
  type ActivityLine,
  activity,
  PROGRESS,
  RATINGS,
  rolesInActivities,
} from '@tablee/domain/modules/activity';
import { actorName } from '@tablee/domain/modules/actor';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { FieldValue } from '#register/show-value.tsx';
import { useView } from '#sync/use-space.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { RatingMark } from '#ui/rating-mark.tsx';
import { MARK } from './activity-row.tsx';

const useTitle = (): ((entity: RecordEntity) => string) => {
  const { t, locale } = useLocale();
  const format = useFormat();
  return (entity) => format.text(titleOf(activity, entity, locale) ?? t('record.untitled'));
};

function Title({ entity, room }: { readonly entity: RecordEntity; readonly room: RoomPlace }): ReactNode {
  const title = useTitle();
  return (
    <span id={`row-${entity.id}`} tabIndex={-1}>
      <Link href={room.href(entity.id)} replace>
        {title(entity)}
      </Link>
    </span>
  );
}

/** The roadmap as a table: what, who answers, from when to when, how far, how it goes. */
export function ActivityTable(props: {
  readonly lines: readonly ActivityLine[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const title = useTitle();
  return (
    <DataTable
      caption={t('roadmap.title')}
      captionHidden
      rows={props.lines}
      rowKey={(line) => line.entity.id}
      selected={props.selected}
      columns={[
        {
          key: 'title',
          head: t('roadmap.head.what'),
          sortBy: (line) => title(line.entity),
          cell: (line) => <Title entity={line.entity} room={props.room} />,
        },
        {
          key: 'accountable',
          head: t('roadmap.head.accountable'),
          onPhone: true,
          sortBy: (line) => actorName(view, line.accountable) ?? '',
          cell: (line) => format.text(actorName(view, line.accountable) ?? t('roadmap.orphan')),
        },
        {
          key: 'end',
          head: t('roadmap.head.end'),
          sortBy: (line) => line.end ?? '9999',
          cell: (line) => <FieldValue declaration={activity} entity={line.entity} name="end" />,
        },
        {
          key: 'progress',
          head: t('roadmap.head.progress'),
          onPhone: true,
          sortBy: (line) => PROGRESS.indexOf(line.progress),
          cell: (line) => <FieldValue declaration={activity} entity={line.entity} name="progress" />,
        },
        {
          key: 'rating',
          head: t('roadmap.head.rating'),
          sortBy: (line) => RATINGS.indexOf(line.rating),
          cell: (line) => <RatingMark rating={MARK[line.rating]} />,
        },
      ]}
    />
  );
}

/** Who is in what and how: the one who answers, and those who work alongside. */
export function RoleTable(props: {
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const rows = rolesInActivities(view);
  const known = new Set(
    rows.flatMap((row) => [...(row.accountable ? [row.accountable] : []), ...row.involved]),
  );
  const organisations = [...known]
    .flatMap((id) => {
      const name = actorName(view, id);
      return name === undefined ? [] : [{ id, name }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, format.locale));
  return (
    <DataTable
      caption={t('roadmap.view.roles')}
      captionHidden
      phone="scroll"
      rows={rows}
      rowKey={(row) => row.activity.id}
      selected={props.selected}
      columns={[
        {
          key: 'activity',
          head: t('roadmap.head.what'),
          cell: (row) => <Title entity={row.activity} room={props.room} />,
        },
        ...organisations.map(({ id, name }) => ({
          key: id,
          head: format.text(name),
          cell: (row: (typeof rows)[number]) =>
            row.accountable === id ? (
              <strong>{t('roadmap.answers')}</strong>
            ) : row.involved.includes(id) ? (
              t('roadmap.takes-part')
            ) : null,
        })),
      ]}
    />
  );
}
