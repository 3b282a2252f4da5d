import { type Request, requestsSettledBy } from '@tablee/domain/modules/request';
import { useAct, useView, useYou } from '../sync/use-space.ts';

/** Closes, as done, the open requests that what was just said inside the app leaves without object. */
export const useSettle = (): ((
  kind: Request['kind'],
  subject: string,
  organisation: string,
) => Promise<void>) => {
  const view = useView();
  const act = useAct();
  const person = useYou()?.person ?? '';
  return async (kind, subject, organisation) => {
    for (const { id, circle } of requestsSettledBy(view, { kind, subject, organisation, person }))
      await act.command('request.close', { entity: id, circle }, { for: 'done' });
  };
};
