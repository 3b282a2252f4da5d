import { describe, expect, it } from 'vitest';
import {
  FRAMEWORK_LANGUAGES,
  FRAMEWORK_STANDING,
  FRAMEWORK_VERSION,
  factors,
  factorsOfPhase,
  frameworkLanguage,
  loadFramework,
  phases,
  questions,
} from './index.ts';

describe('framework', () => {
  it('FRW-1 has four phases, six fields and 17 factors in every language, with the same ids', async () => {
    const ids = new Set<string>();
    for (const lang of FRAMEWORK_LANGUAGES) {
      const framework = await loadFramework(lang);
      expect(framework.version).toBe(FRAMEWORK_VERSION);
      expect([framework.phases.length, framework.fields.length, framework.factors.length]).toEqual([
        4, 6, 17,
      ]);
      ids.add(
        JSON.stringify([
          framework.fields.map((field) => field.id),
          framework.factors.map((factor) => [
            factor.id,
            factor.field,
            factor.keyPhases,
            factor.questions.length,
          ]),
          framework.phases.map((phase) =>
            [phase.id, phase.tasks, phase.outputs]
              .flat()
              .map((item) => (typeof item === 'number' ? item : item.id)),
          ),
        ]),
      );
    }
    expect(ids.size).toBe(1);
  });

  it('FRW-2 leaves no text empty and gives each factor five levels and its questions', async () => {
    for (const lang of FRAMEWORK_LANGUAGES) {
      const framework = await loadFramework(lang);
      for (const factor of factors(framework)) {
        expect(framework.fields.some((field) => field.id === factor.field)).toBe(true);
        const texts = [
          factor.name,
          factor.shortName,
          factor.meaning,
          factor.statement,
          ...factor.questions,
          ...factor.levels,
        ];
        expect(texts.filter((text) => text.trim() === '')).toEqual([]);
        expect(factor.levels).toHaveLength(5);
        expect(questions(framework, factor.id).length).toBeGreaterThan(0);
      }
      for (const phase of [1, 2, 3, 4]) expect(factorsOfPhase(framework, phase).length).toBeGreaterThan(0);
    }
  });

  it('FRW-3 shows the phases at once, with the words of the full framework', async () => {
    for (const lang of FRAMEWORK_LANGUAGES) {
      const framework = await loadFramework(lang);
      expect(phases(lang)).toEqual(
        framework.phases.map(({ id, key, name, subtitle, aim }) => ({ id, key, name, subtitle, aim })),
      );
    }
    expect(phases('fr').map((phase) => phase.name)).toEqual([
      'Lancement',
      'Conception',
      'Mise en œuvre',
      'Évolution',
    ]);
  });

  it('FRW-4 answers in the nearest language and says that it is a draft', () => {
    expect(frameworkLanguage('fr-CM')).toBe('fr');
    expect(frameworkLanguage('sw')).toBe('en');
    expect(FRAMEWORK_STANDING).toBe('draft');
  });
});
