import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

const fallback = new Map(
  [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', light = '']) => [name, light]),
);
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
  ([, name = '', light = '', dark = '']) => ({ name, light, dark }),
);

/** Relative luminance, WCAG 2. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((each) =>
    each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const of = (name: string): { light: string; dark: string } =>
  pairs.find((pair) => pair.name === name) ?? { light: '', dark: '' };

describe('colours', () => {
  it('are the same in browsers without light-dark()', () => {
    expect(pairs.length).toBeGreaterThan(15);
    for (const { name, light } of pairs) expect(fallback.get(name), name).toBe(light);
  });

  it('can be read: text at least 4.5 to 1, edges of controls 3 to 1, on paper and on wash, light and dark', () => {
    for (const { name, light, dark } of pairs) {
      if (['paper', 'wash', 'line'].includes(name)) continue;
      const least = name === 'edge' ? 3 : 4.5;
      for (const ground of ['paper', 'wash']) {
        expect(contrast(light, of(ground).light), `${name} on ${ground}, light`).toBeGreaterThanOrEqual(
          least,
        );
        expect(contrast(dark, of(ground).dark), `${name} on ${ground}, dark`).toBeGreaterThanOrEqual(least);
      }
    }
  });
});
