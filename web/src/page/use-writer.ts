import { WRITERS } from '@tablee/domain/kernel';
import { useYou } from '#sync/use-space.ts';

/** True for everybody who may write: an observer reads, and is offered nothing that would be refused. */
export const useWriter = (): boolean => {
  const you = useYou();
  return WRITERS.some((role) => you?.roles.includes(role) === true);
};
