import { FORMATS, TEMPLATES } from '@tablee/domain/guidance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bed, openBed } from '../../http/fixture.ts';
import { LIBRARY_OPERATIONS } from './library-operation.ts';
import { libraryRoutes } from './library-routes.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await openBed();
  libraryRoutes(bed.app, bed.deps);
});
afterAll(() => bed.dispose());

describe('the library', () => {
  it('hands out every format and template, to print and to change, blank and filled', async () => {
    const wanted = [
      ...FORMATS.flatMap((id) => ['pdf', 'docx'].map((ending) => `format/${id}.${ending}`)),
      ...TEMPLATES.filter((id) => id !== 'actor-list').flatMap((id) =>
        (id === 'map-sheet' ? ['pdf'] : ['pdf', 'docx']).flatMap((ending) => [
          `template/${id}.${ending}`,
          `template/${id}.${ending}?filled=yes`,
        ]),
      ),
    ];
    for (const file of wanted) {
      const answer = await bed.ask('ann', `/api/library/${file}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([file, answer.status]).toEqual([file, 200]);
      expect(bytes.subarray(0, 4).toString()).toBe(file.includes('.pdf') ? '%PDF' : 'PK\u0003\u0004');
    }
  });

  it('leaves blanks of a letter in brackets, and none in the filled example', async () => {
    const { letterTemplateSheet } = await import('../letter/letter-template.ts');
    for (const lang of ['fr', 'en'] as const)
      for (const tone of ['state', 'plain'] as const) {
        expect(JSON.stringify(letterTemplateSheet(tone, lang, false).body)).toMatch(/\[[^"\]]+\]/);
        expect(JSON.stringify(letterTemplateSheet(tone, lang, true))).not.toMatch(/\[\w/);
      }
  });

  it('answers nothing else, and nobody without an account', async () => {
    for (const file of [
      'format/other.pdf',
      'template/actor-list.pdf',
      'template/map-sheet.docx',
      'else/x.pdf',
    ])
      expect((await bed.ask('ann', `/api/library/${file}`)).status).toBe(404);
    expect((await bed.app.request('/api/library/format/problem-tree.pdf')).status).toBe(401);
  });

  it('stands in the description of the interface as in the router', () => {
    const known = bed.app.routes.map(({ method, path }) => `${method} ${path}`);
    for (const { method, path } of LIBRARY_OPERATIONS)
      expect(known).toContain(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
  });
});
