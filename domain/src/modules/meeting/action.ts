import { addRecord, type Command, type Ticket, type View, valueOf } from '@tablee/domain/kernel';
import { commitment } from '../commitment/index.ts';
import { recordIn, recordsIn } from '../reading/index.ts';
import { minuteLine } from './minute-line.ts';

/** The actions of a meeting that are no commitment yet: lines whose id is the origin of none. */
export const actionsToLand = (view: View, meetingId: string): readonly string[] => {
  const landed = new Set(
    recordsIn(view, 'commitment').map((entity) => valueOf(commitment, entity, 'origin')),
  );
  return recordsIn(view, 'minuteLine')
    .filter((line) => valueOf(minuteLine, line, 'meeting') === meetingId)
    .filter((line) => valueOf(minuteLine, line, 'kind') === 'action' && !landed.has(line.id))
    .map((line) => line.id);
};

/**
 * The command by which an action lands with its owner: a commitment in the same circle, with the line as origin.
 * `undefined` when the line is no action in view.
 */
export const landAction = (view: View, line: string, entity: string, ticket: Ticket): Command | undefined => {
  const caught = recordIn(view, 'minuteLine', line);
  const source = valueOf(minuteLine, caught, 'text');
  if (caught === undefined || source === undefined || valueOf(minuteLine, caught, 'kind') !== 'action')
    return undefined;
  const owner = valueOf(minuteLine, caught, 'owner');
  const due = valueOf(minuteLine, caught, 'due');
  return addRecord(
    ticket,
    commitment.name,
    { entity, circle: caught.circle },
    {
      what: { lang: source.lang, text: source.text },
      state: 'open',
      kind: 'action',
      origin: line,
      ...(owner === undefined ? {} : { owner }),
      ...(due === undefined ? {} : { due }),
    },
  );
};
