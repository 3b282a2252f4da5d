import { isObject } from '@tablee/domain/kernel';

/** The text under this name in the JSON of an answer. @throws Error with the status when there is none. */
export const textIn = async (answer: Response, name: string): Promise<string> => {
  const body: unknown = await answer.json();
  const found = isObject(body) ? body[name] : undefined;
  if (typeof found !== 'string') throw new Error(`${answer.status}: no ${name}`);
  return found;
};
