import { send } from './send.ts';

/** Answers asked for before the code that reads them is there; each is taken once. */
const asked = new Map<string, Promise<Response>>();

/** Asks for an address now, so that the line is not idle while the page's code travels. Settles with the answer. */
export const askAhead = (url: string): Promise<unknown> => {
  const answer = send('GET', url);
  // Whoever takes the answer hears of its fault; before that it is nobody's.
  answer.catch(() => undefined);
  asked.set(url, answer);
  return answer;
};

/** The answer asked for ahead, where it was; a second call has none. */
export const takeAhead = (url: string): Promise<Response> | undefined => {
  const answer = asked.get(url);
  asked.delete(url);
  return answer;
};
