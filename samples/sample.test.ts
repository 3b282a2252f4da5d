import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  emptyState,
  fold,
  openConflicts,
  type StoredEvent,
  snapshotOf,
  systemActor,
  titleOf,
  translationsOf,
  viewFor,
} from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { agreements } from '@tablee/domain/modules/agreement';
import { decisions } from '@tablee/domain/modules/decision';
import { allFlags } from '@tablee/domain/modules/flag';
import { statements } from '@tablee/domain/modules/group';
import { letterRegister } from '@tablee/domain/modules/letter';
import { roundReading, roundsIn } from '@tablee/domain/modules/listening';
import { countDates, pollsOf } from '@tablee/domain/modules/poll';
import { publicView } from '@tablee/domain/modules/publication';
import { describe, expect, it } from 'vitest';
import { type Archive, openArchive, packArchive } from '../server/src/space/archive.ts';
import { nodeRuntime } from '../server/src/space/runtime.ts';
import { textiles } from './textile/story.ts';
import { valleyWater } from './valley-water/story.ts';

const committed = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, `${name}.tablee`));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const opened = (name: string): Archive => {
  const read = openArchive(committed(name), nodeRuntime, sha256);
  if (!read.ok) throw new Error(`${name}: ${read.code}`);
  return read.archive;
};
const whole = (archive: Archive): readonly StoredEvent[] =>
  archive.links.filter((link): link is StoredEvent => !('digest' in link));
const stateOf = (archive: Archive) => fold(partnership, emptyState(), whole(archive));
const DAY = '2026-03-17';

describe.each([
  ['valley-water', valleyWater],
  ['textiles', textiles],
] as const)('the sample %s', (name, story) => {
  it('is rebuilt byte by byte from its story', () => {
    expect(sha256(packArchive(story()))).toBe(sha256(committed(name)));
  });

  it('verifies, folds to its own snapshot, and withholds nothing', () => {
    const archive = opened(name);
    const state = stateOf(archive);
    expect(whole(archive)).toHaveLength(archive.manifest.head.seq);
    expect(state.stopped).toBeUndefined();
    expect(
      snapshotOf(state, archive.manifest.space, { circles: systemActor(state.entities).circles }),
    ).toEqual(archive.snapshot);
  });

  it('is readable in French and in English wherever a text can be translated, but for what it leaves open on purpose', () => {
    const only: string[] = [];
    for (const entity of stateOf(opened(name)).entities.values()) {
      const declaration = entity.kind === 'record' ? partnership.record(entity.type) : undefined;
      for (const [field, { kind }] of Object.entries(declaration?.fields ?? {})) {
        if (kind !== 'text' || entity.kind !== 'record' || entity.slots[field]?.value === undefined) continue;
        const languages = translationsOf(entity, field).filter((one) => !one.stale);
        if (languages.length === 0) only.push(`${entity.type}.${field}`);
      }
    }
    expect(only.sort()).toEqual(name === 'valley-water' ? ['assumption.statement', 'body.mandate'] : []);
  });
});

describe('the invented partnership', () => {
  const archive = valleyWater();
  const state = stateOf(archive);
  const view = viewFor(state.entities, new Set(['public', 'partners', 'core', 'secretariat']));

  it('stands in its second cycle, in phase 3, after a return with its reason', () => {
    const journey = [...state.entities.values()].find(({ type }) => type === 'journey');
    expect(journey).toMatchObject({
      state: {
        phase: 3,
        cycles: [
          { opened: 'began' },
          { opened: 'returned', phase: 2, reopened: ['results', 'roadmap', 'agreement'] },
        ],
      },
    });
  });

  it('shows each kind of thing that goes wrong: two versions, an erased person, something put in safety', () => {
    const conflicts = [...state.entities.values()].filter((entity) => openConflicts(entity).length > 0);
    expect(conflicts.map(({ type }) => type)).toEqual(['body']);
    expect(archive.people.cards.filter(({ gone }) => gone === 'erased')).toHaveLength(1);
    expect(whole(archive).filter(({ erased }) => Object.keys(erased).length > 0)).toHaveLength(1);
    expect([...view.list('perspective')].filter(({ kind }) => kind === 'withdrawn')).toHaveLength(1);
  });

  it('has 61% of households with water in December, on the way to 70% at the end of 2026', () => {
    const shown = publicView(view, 'fr')?.sections.figures.find(({ value }) => value === '61');
    expect(shown).toMatchObject({
      unit: '%',
      day: '2025-12-31',
      text: 'Ménages qui ont de l’eau à moins de 500 mètres',
    });
    const flagged = allFlags(view, DAY, 'fr').map(({ kind, about }) => `${kind} ${titleIn(about)}`);
    expect(flagged).toEqual([
      'indicator-off-path Cas de diarrhée chez les moins de cinq ans',
      'activity-without-effect Cas de diarrhée chez les moins de cinq ans',
      'assumption-overdue L’eau reste propre jusqu’à la maison',
      'seat-vacant undefined',
      'commitment-overdue Répondre à la Fédération sur une quatrième borne, au quartier Nord',
    ]);
  });

  it('has decisions adopted and one rejected, and an agreement signed by six of seven, on paper too', () => {
    const outcomes = decisions(view, `${DAY}T12:00:00.000Z`).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['rejected', 'adopted', 'adopted', 'adopted']);
    const [memorandum] = agreements(view);
    expect(memorandum?.status).toBe('inForce');
    expect(memorandum?.signatures).toMatchObject({ signed: 6, of: 7 });
    expect(memorandum?.signatures.signatures.map(({ method }) => method)).toContain('paper');
  });

  it('was heard by 150 people, says what divides the sectors and what became of it, and shows its map', () => {
    const [held] = roundsIn(view);
    const reading = held && roundReading(held.state, 'fr');
    expect(reading).toMatchObject({ people: 150, groupsFrom: 'given' });
    expect(reading?.groups.map(({ name }) => name)).toEqual(['civilSociety', 'private', 'state', 'science']);
    expect(reading?.common.length).toBeGreaterThan(3);
    expect(reading?.divides[0]).toMatchObject({
      text: 'Les entreprises doivent payer chaque litre au même prix que les habitants.',
      most: 'civilSociety',
      least: 'private',
      answer: { text: expect.stringContaining('prix au litre') },
    });
    expect(reading?.map?.spots.length).toBeGreaterThan(40);
    expect(reading?.answer?.text).toContain('Nous n’ouvrons pas les bornes le soir');
  });

  it('shows a letter with its answer, the mandate it gave, a position of a group and a date to find', () => {
    const [asked] = letterRegister(view, DAY, 'fr').filter(({ state: { direction } }) => direction === 'out');
    expect(asked).toMatchObject({ stage: 'answered', late: false });
    expect([...view.list('mandate')]).toHaveLength(2);
    expect(statements(view).map(({ state: { kind, withdrawn } }) => [kind, withdrawn])).toEqual([
      ['position', null],
    ]);
    const visit = [...view.list('meeting')].find(({ id }) => pollsOf(view, id).length > 0);
    const dates = pollsOf(view, visit?.id ?? '').map((running) => countDates(running.state));
    expect(dates[0]?.map(({ yes, ifNeeded, no }) => [yes, ifNeeded, no])).toEqual([
      [3, 1, 2],
      [4, 2, 0],
      [3, 1, 2],
    ]);
  });

  const titleIn = (id: string): string | undefined => {
    const entity = state.entities.get(id);
    const declaration = entity && partnership.record(entity.type);
    return declaration && titleOf(declaration, entity, 'fr');
  };
});

describe('the partnership from public sources', () => {
  it('names a source at every figure, and no person', () => {
    const archive = textiles();
    const state = stateOf(archive);
    const figures = [...state.entities.values()].filter(({ type }) => type === 'figure');
    expect(figures).toHaveLength(23);
    for (const entity of figures)
      expect(entity).toMatchObject({
        state: { revisions: [{ source: { value: expect.stringMatching(/\.(com|de|net)/) } }] },
      });
    expect(archive.people.cards.map(({ name }) => name)).toEqual(['Sources publiques / Public sources']);
    for (const type of ['decision', 'conversation', 'perspective', 'meeting', 'request'])
      expect([...state.entities.values()].filter((entity) => entity.type === type)).toEqual([]);
  });
});
