import { addRecord, type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { type INVITATION_WAY, invitationState, meeting } from '@tablee/domain/modules/meeting';
import { now as instantHere } from '#page/clock.ts';
import { useAct, useView } from '#sync/use-space.ts';

type Way = keyof typeof INVITATION_WAY;

/** Records that rows of the sheet were told what holds now. */
export const useTold = (entity: RecordEntity): ((way: Way, rows: readonly string[]) => Promise<void>) => {
  const view = useView();
  const act = useAct();
  return async (way, rows) => {
    const { sequence } = invitationState(view, entity.id);
    const moment = valueOf(meeting, entity, 'moment');
    const place = valueOf(meeting, entity, 'place');
    await act.issue(
      addRecord(
        act.ticket(),
        'invitation',
        { entity: act.newId(), circle: entity.circle },
        {
          meeting: entity.id,
          way,
          sequence,
          sent: { instant: instantHere(), zone: moment?.zone ?? 'UTC' },
          cancelled: valueOf(meeting, entity, 'state') === 'cancelled',
          ...(moment === undefined ? {} : { moment }),
          ...(place === undefined ? {} : { place }),
          ...Object.fromEntries(rows.map((row) => [`told#${row}`, true])),
        },
      ),
    );
  };
};
