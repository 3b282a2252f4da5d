import { isObject } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';
import { Fault, request } from './api.ts';

/**
 * Opens a partnership from its one file; resolves with its id. The server verifies the file before anything enters.
 * @throws {Fault} with the server's sentence when the file is damaged, too large, or its space is already here.
 */
export const openFile = async (file: File): Promise<string> => {
  const answer = await request('POST', path.import, file);
  if (!isObject(answer) || typeof answer['space'] !== 'string') throw new Fault(0, 'Malformed', true);
  return answer['space'];
};
