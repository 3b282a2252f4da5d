import { type AnyRecord, isAllowed, own, type RecordEntity, recordPermission } from '@tablee/domain/kernel';
import { useYou } from '../sync/use-space.ts';

/** Whether the policy of a record lets me change it, remove or move it, protect or erase it, as the server will decide: by role, or because it is mine. */
export const useMay = (
  declaration: AnyRecord,
  entity: RecordEntity,
): { readonly change: boolean; readonly remove: boolean; readonly protect: boolean } => {
  const you = useYou();
  const actor = {
    id: you?.person ?? '',
    roles: new Set(you?.roles ?? []),
    circles: new Set(you?.circles ?? []),
    ...(you?.organisation === undefined ? {} : { organisation: you.organisation }),
  };
  const owner = declaration.owner === undefined ? undefined : own(entity.slots, declaration.owner)?.value;
  const isMine = typeof owner === 'string' && (owner === actor.id || owner === actor.organisation);
  return {
    change: isAllowed(declaration.who.change, actor, isMine),
    remove: isAllowed(declaration.who.remove, actor, isMine),
    protect: isAllowed(recordPermission(declaration, 'protect'), actor, isMine),
  };
};
