import { isObject } from '@tablee/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bed, commandIn, openBed, snapshotOf } from '../http/fixture.ts';
import { SAMPLE_OPERATIONS } from './sample-operation.ts';
import { sampleRoutes } from './sample-routes.ts';

let bed: Bed;
beforeEach(async () => {
  bed = await openBed();
  sampleRoutes(bed.app, bed.deps);
});
afterEach(() => bed.dispose());

const visit = async (who: string, sample: string): Promise<string> => {
  const response = await bed.send(who, 'POST', `/api/samples/${sample}`, {});
  const answer: unknown = await response.json();
  if (response.status !== 200 || !isObject(answer)) throw new Error(JSON.stringify(answer));
  return String(answer['space']);
};

const linesOf = async (who: string): Promise<unknown> => (await bed.ask(who, '/api/spaces')).json();

describe('samples', () => {
  it('open as a copy in which the caller is secretariat and core member, marked as invented', async () => {
    const space = await visit('ann', 'valley-water');
    const { you, snapshot } = await snapshotOf(bed, space, 'ann');
    expect(you.roles).toEqual(['secretariat', 'core']);
    expect(snapshot.entities.length).toBeGreaterThan(150);
    expect(await linesOf('ann')).toMatchObject([
      { space, title: 'L’eau de la vallée', phase: 3, cycle: 2, sample: true, ended: false },
    ]);
  });

  it('show what was put in safety as withdrawn, and nothing of the rooms that the secretariat does not read', async () => {
    const space = await visit('ann', 'valley-water');
    const { snapshot } = await snapshotOf(bed, space, 'ann');
    const withdrawn = snapshot.entities.filter(({ kind }) => kind === 'withdrawn');
    expect(withdrawn.map(({ type }) => type)).toEqual(['perspective']);
    expect(JSON.stringify(snapshot)).not.toContain('puiser la nuit');
    expect(JSON.stringify(snapshot)).not.toContain('Notre position commune');
    expect(JSON.stringify(snapshot)).not.toContain('we pay with our evenings');
  });

  it('open the same copy on a second press, also when both come at once', async () => {
    const [first, second] = await Promise.all([visit('ann', 'valley-water'), visit('ann', 'valley-water')]);
    expect(second).toBe(first);
    expect(await visit('ann', 'valley-water')).toBe(first);
    expect(await linesOf('ann')).toHaveLength(1);
  });

  it('give each account its own copy, which the others cannot enter', async () => {
    const [ann, bob] = [await visit('ann', 'valley-water'), await visit('bob', 'valley-water')];
    expect(ann).not.toBe(bob);
    expect((await bed.ask('bob', `/api/spaces/${ann}/snapshot`)).status).toBe(404);
  });

  it('can be changed by their owner, and let back in whoever left', async () => {
    const space = await visit('ann', 'valley-water');
    const leave = commandIn(bed, space, { type: 'member.leave', entity: 'ann-person', payload: {} });
    const left = await bed.send('ann', 'POST', `/api/spaces/${space}/commands`, { commands: [leave] });
    expect(await left.json()).toMatchObject({ outcomes: [{ outcome: 'accepted' }] });
    expect((await bed.ask('ann', `/api/spaces/${space}/snapshot`)).status).toBe(404);
    expect(await visit('ann', 'valley-water')).toBe(space);
    expect((await snapshotOf(bed, space, 'ann')).you.roles).toEqual(['secretariat', 'core']);
  });

  it('hold the real partnership beside the invented one, not marked as invented', async () => {
    const space = await visit('ann', 'textiles');
    expect(await linesOf('ann')).toMatchObject([
      { space, title: 'Partenariat pour des textiles durables', phase: 3, sample: false },
    ]);
  });

  it('keep the scan of the original signed on paper readable in the copy', async () => {
    const space = await visit('ann', 'valley-water');
    const { snapshot } = await snapshotOf(bed, space, 'ann');
    const [hash] = JSON.stringify(snapshot).match(/(?<="hash":")[0-9a-f]{64}(?=","name":"original-2)/) ?? [];
    const response = await bed.ask('ann', `/api/spaces/${space}/files/${hash}`);
    expect(response.status).toBe(200);
    expect((await response.text()).slice(0, 5)).toBe('%PDF-');
  });

  it('stand in the description of the interface as the router has them', async () => {
    const routes = bed.app.routes
      .filter(({ path }) => path.startsWith('/api/samples'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(
      SAMPLE_OPERATIONS.map(
        ({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ),
    ).toEqual(routes);
    const document: unknown = await (await bed.ask(undefined, '/api/openapi.json')).json();
    expect(document).toHaveProperty(['paths', '/api/samples/{name}', 'post']);
  });

  it('answer NotFound to another name and ask for an account first', async () => {
    expect((await bed.send('ann', 'POST', '/api/samples/other', {})).status).toBe(404);
    expect((await bed.ask(undefined, '/api/samples/textiles', { method: 'POST' })).status).toBe(401);
  });
});
