import { isObject } from '@tablee/domain/kernel';
import type { BatchAnswer, Problem } from '@tablee/domain/protocol';
import { takeAhead } from './ahead.ts';
import { send } from './send.ts';

/** A request that did not come through: what happened, and whether trying again can help. */
export class Fault extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly retryable: boolean;
  readonly problem: Problem | undefined;

  constructor(status: number, code: string, retryable: boolean, problem?: Problem) {
    super(problem?.title ?? code);
    this.status = status;
    this.code = code;
    this.retryable = retryable;
    this.problem = problem;
  }
}

const isProblem = (value: unknown): value is Problem => isObject(value) && typeof value['code'] === 'string';

const problemOf = async (response: Response): Promise<Fault> => {
  const body: unknown = await response.json().catch(() => undefined);
  if (isProblem(body)) return new Fault(response.status, body.code, body.retryable === true, body);
  return new Fault(
    response.status,
    `Http${response.status}`,
    response.status >= 500 || response.status === 429,
  );
};

/**
 * One request to the server, JSON both ways. Resolves with the body (`undefined` for 204 and 304).
 * @throws {Fault} when no answer comes or the server refuses; `retryable` says whether another try helps.
 */
export const request = (method: string, url: string, body?: unknown): Promise<unknown> =>
  bodyOf(send(method, url, body));

const bodyOf = async (coming: Promise<Response>): Promise<unknown> => {
  const response = await coming.catch(() => {
    throw new Fault(0, 'Unreachable', true);
  });
  if (response.status === 204 || response.status === 304) return undefined;
  if (!response.ok) throw await problemOf(response);
  return response.json();
};

/**
 * The answer asked for ahead, where it was; after a refusal a request of its own, so that one from before
 * signing in is never shown after it. A second call always asks again.
 * @throws {Fault} as {@link request} does.
 */
export const takeOrAsk = async (url: string): Promise<unknown> => {
  const ahead = takeAhead(url);
  if (ahead === undefined) return request('GET', url);
  return bodyOf(ahead).catch((fault: unknown) => {
    // A line that failed a moment ago fails again: only a refusal may have been lifted since.
    if (fault instanceof Fault && fault.status > 0) return request('GET', url);
    throw fault;
  });
};

/** True when the value is an answer to a batch. */
export const isBatchAnswer = (value: unknown): value is BatchAnswer =>
  isObject(value) && Array.isArray(value['outcomes']) && typeof value['head'] === 'number';
