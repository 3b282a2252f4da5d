import { describe, expect, it } from 'vitest';
import { gathered } from './log.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('lines of the log', () => {
  it('are written in their order, those of one turn in one piece, and none twice', async () => {
    const written: string[] = [];
    const lines = gathered((text) => written.push(text));
    lines.add('one\n');
    lines.add('two\n');
    expect(written).toEqual([]);
    await turn();
    expect(written).toEqual(['one\ntwo\n']);
    lines.add('three\n');
    lines.flush();
    await turn();
    expect(written).toEqual(['one\ntwo\n', 'three\n']);
  });
});
