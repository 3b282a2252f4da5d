import { isObject } from '@tablee/domain/kernel';
import { type BatchAnswer, PROTOCOL, PROTOCOL_HEADER, type Problem } from '@tablee/domain/protocol';

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

/** How long a request may take before it counts as lost, in milliseconds: a 2G link is slow, not dead. */
const PATIENCE_MS = 45_000;

/**
 * One request to the server, JSON both ways. Resolves with the body (`undefined` for 204 and 304).
 * @throws {Fault} when no answer comes or the server refuses; `retryable` says whether another try helps.
 */
export const request = async (method: string, url: string, body?: unknown): Promise<unknown> => {
  const response = await send(method, url, body);
  if (response.status === 204 || response.status === 304) return undefined;
  if (!response.ok) throw await problemOf(response);
  return response.json();
};

/** A file goes up as it is; everything else as JSON. */
const contentType = (body: unknown): Record<string, string> => {
  if (body === undefined) return {};
  return { 'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json' };
};

const send = async (method: string, url: string, body: unknown): Promise<Response> => {
  try {
    return await fetch(url, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        [PROTOCOL_HEADER]: String(PROTOCOL),
        accept: 'application/json',
        'accept-language': document.documentElement.lang || 'fr',
        ...contentType(body),
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new Fault(0, 'Unreachable', true);
  }
};

/** True when the value is an answer to a batch. */
export const isBatchAnswer = (value: unknown): value is BatchAnswer =>
  isObject(value) && Array.isArray(value['outcomes']) && typeof value['head'] === 'number';
