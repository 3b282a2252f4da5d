import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDelimited, writeCsv } from './delimited.ts';

describe('rows from a spreadsheet', () => {
  it('reads tabs, quoted line breaks, doubled quotes, and leaves out empty rows', () => {
    const text = 'Nom\tMot\r\nMairie\t"deux\nlignes"\r\n\t\r\nComité\t"dit ""oui"""\r\n';
    expect(readDelimited(text, 'clipboard')).toEqual([
      ['Nom', 'Mot'],
      ['Mairie', 'deux\nlignes'],
      ['Comité', 'dit "oui"'],
    ]);
  });

  it('reads a file with semicolons, and a single column', () => {
    expect(readDelimited('\uFEFFa;b\n"1;2";3', 'clipboard')).toEqual([
      ['a', 'b'],
      ['1;2', '3'],
    ]);
    expect(readDelimited('Mairie\nComité', 'clipboard')).toEqual([['Mairie'], ['Comité']]);
  });

  it('reads commas where a file, or every pasted line, has them', () => {
    expect(readDelimited('Nom,Lieu\nMairie,"Quartier-Bas, centre"', 'file')).toEqual([
      ['Nom', 'Lieu'],
      ['Mairie', 'Quartier-Bas, centre'],
    ]);
    expect(readDelimited('Nom,Lieu\nMairie,Vallée', 'clipboard')[1]).toEqual(['Mairie', 'Vallée']);
    expect(readDelimited('Mairie, Quartier-Bas\nComité', 'clipboard')[0]).toEqual(['Mairie, Quartier-Bas']);
  });

  it('writes no cell that a spreadsheet would run, and keeps negative numbers', () => {
    expect(writeCsv([['=1+1', '-12,5', '-cmd', '@x']], ';')).toBe("\uFEFF'=1+1;-12,5;'-cmd;'@x\r\n");
  });

  it('reads back what it wrote, with semicolons', () => {
    const cell = fc
      .string({ maxLength: 20 })
      .map((text) => text.replaceAll('\r', ' ').replaceAll('\u0000', '').trim())
      .filter((text) => !text.startsWith("'") && !text.startsWith('\uFEFF'));
    const row = fc.tuple(cell, cell, cell).filter((cells) => cells.some((each) => each !== ''));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const head = ['un', 'deux', 'trois'];
        expect(readDelimited(writeCsv([head, ...rows], ';'), 'file')).toEqual([head, ...rows]);
      }),
    );
  });
});
