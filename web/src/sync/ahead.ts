import { Fault, request } from './api.ts';

/** Answers asked for before the page that needs them is there; each is taken once. */
const asked = new Map<string, Promise<unknown>>();

/** Asks for an address now, so that the line is not idle while the page's code travels. Settles with the answer. */
export const askAhead = (url: string): Promise<unknown> => {
  const answer = request('GET', url);
  // Whoever takes the answer hears of its fault; before that it is nobody's.
  answer.catch(() => undefined);
  asked.set(url, answer);
  return answer;
};

/**
 * The answer asked for ahead, where it came; after a refusal a request of its own, so that one from before
 * signing in is never shown after it. A second call always asks again.
 * @throws {Fault} as `request` does.
 */
export const takeOrAsk = async (url: string): Promise<unknown> => {
  const ahead = asked.get(url);
  asked.delete(url);
  if (ahead === undefined) return request('GET', url);
  return ahead.catch((fault: unknown) => {
    // A line that failed a moment ago fails again: only a refusal may have been lifted since.
    if (fault instanceof Fault && fault.status > 0) return request('GET', url);
    throw fault;
  });
};
