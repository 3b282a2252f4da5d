import { describe, expect, it } from 'vitest';
import { filesNamedIn, fileTypeOf } from './index.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const typeOf = (text: string, name = 'a'): string | undefined => {
  const bytes = latin(text);
  return fileTypeOf({ start: bytes, end: bytes, name }, () => text);
};

describe('the type of a file', () => {
  it('is told by its content, whatever its name says', () => {
    const told: readonly (readonly [string, string])[] = [
      ['%PDF-1.7\n', 'application/pdf'],
      ['\x89PNG\r\n\x1a\n', 'image/png'],
      ['\xff\xd8\xff\xe0', 'image/jpeg'],
      ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
      ['\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm', 'audio/webm'],
      ['\0\0\0\x20ftypM4A \0\0\0\0', 'audio/mp4'],
      [`OggS${'\0'.repeat(24)}OpusHead`, 'audio/ogg'],
      ['ID3\x03', 'audio/mpeg'],
      ['Procès-verbal', 'text/plain'],
    ];
    for (const [bytes, type] of told) expect(typeOf(bytes, 'harmless.exe')).toBe(type);
    expect(typeOf('a;b', 'a.csv')).toBe('text/csv');
  });

  it('is none for programs, pages, drawings, films and ZIPs of other kinds', () => {
    for (const bytes of [
      'MZ\0\x01',
      '<!doctype html>',
      '<svg xmlns="x">',
      'PK\x03\x04x',
      '',
      `OggS${'\0'.repeat(24)}\x80theora`,
    ])
      expect(typeOf(bytes, 'plan.pdf')).toBeUndefined();
  });
});

describe('the files that a value names', () => {
  it('are found at any depth, each once, and a hash in words is none', () => {
    const [one, two] = ['a'.repeat(64), 'b'.repeat(64)];
    const file = (hash: string) => ({ hash, name: 'x', size: 1, type: 'image/png' });
    expect(
      filesNamedIn({ scan: file(one), more: [file(two), file(one)], text: `"hash":"${'c'.repeat(64)}"` }),
    ).toEqual([one, two]);
    expect(filesNamedIn({ hash: 'short' })).toEqual([]);
  });
});
