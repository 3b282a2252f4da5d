import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { addRecord, type Command } from '@tablee/domain/kernel';
import type { BatchAnswer, HistoryAnswer, Problem } from '@tablee/domain/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, type Bed, commandIn, foundSpace, letIn, openBed, snapshotOf } from './fixture.ts';

let bed: Bed;
let space = '';
beforeEach(async () => {
  bed = await openBed();
  space = await foundSpace(bed, 'ann');
});
afterEach(() => bed.dispose());

const actor = (name: string, circle = 'partners', id = bed.runtime.id()): Command => {
  const ticket = { id: bed.runtime.id(), space, saidAt: '2026-03-01T09:59:00.000Z' };
  return addRecord(ticket, 'actor', { entity: id, circle }, { name });
};
const submit = async (who: string, commands: readonly unknown[]): Promise<BatchAnswer> => {
  const response = await bed.send(who, 'POST', `/api/spaces/${space}/commands`, { commands });
  expect(response.status).toBe(200);
  return answerOf<BatchAnswer>(response);
};
const codeOf = async (response: Response): Promise<string> => (await answerOf<Problem>(response)).code;

describe('spaces over HTTP', () => {
  it('SRV-1 founds a partnership from one sentence, with its founder as secretariat and core', async () => {
    const answer = await snapshotOf(bed, space, 'ann');
    expect(answer.you).toMatchObject({ person: 'ann-person', roles: ['secretariat', 'core'] });
    expect(answer.you.circles).toEqual(['core', 'partners', 'public', 'secretariat']);
    expect(answer.snapshot.entities.map(({ type }) => type).sort()).toEqual([
      'journey',
      'member',
      'partnership',
      'wording',
    ]);
    expect(answer.readers['partners']).toEqual(['ann-person']);
    expect(await (await bed.ask('ann', '/api/spaces')).json()).toEqual([
      {
        space,
        title: 'L’eau de la vallée',
        language: 'fr',
        phase: 1,
        cycle: 1,
        ended: false,
        sample: false,
        roles: ['secretariat', 'core'],
      },
    ]);
    expect(
      await codeOf(
        await bed.send('bob', 'POST', '/api/spaces', {
          space,
          title: 'x',
          problem: 'y',
          language: 'fr',
          languages: [],
          zone: 'UTC',
        }),
      ),
    ).toBe('SpaceExists');
  });

  it('SRV-9 lets a founder repeat the founding after a lost answer, and founds nothing twice', async () => {
    const asked = {
      space: bed.runtime.id(),
      title: 'Forêt',
      problem: 'Elle recule.',
      language: 'fr',
      languages: ['fr'],
      zone: 'UTC',
      place: 'Ici',
    };
    expect((await bed.send('ann', 'POST', '/api/spaces', asked)).status).toBe(201);
    const head = (await bed.spaces.open(asked.space))?.head.seq;
    bed.runtime.time += 60_000;
    expect((await bed.send('ann', 'POST', '/api/spaces', asked)).status).toBe(201);
    expect((await bed.spaces.open(asked.space))?.head.seq).toBe(head);
    expect((await bed.send('ann', 'POST', '/api/spaces', { ...asked, title: 'Autre' })).status).toBe(409);
  });

  it('SRV-2 answers a retry as the first time and refuses another content under the same id', async () => {
    const command = actor('Coopérative');
    const first = await submit('ann', [command]);
    const { head } = first;
    expect(first.outcomes).toEqual([{ id: command.id, outcome: 'accepted', from: head, to: head }]);
    expect(await submit('ann', [command])).toEqual({
      outcomes: [{ id: command.id, outcome: 'accepted', from: head, to: head, already: true }],
      head,
    });
    const other = { ...command, payload: { slots: { name: 'Autre' } } };
    expect(
      (await submit('ann', [other, command, command])).outcomes.map((outcome) =>
        'code' in outcome ? outcome.code : outcome.already,
      ),
    ).toEqual(['IdReused', true, true]);
  });

  it('SRV-3 keeps a refusal as the answer, also when it would be accepted later', async () => {
    await letIn(bed, space, 'bob', { roles: ['observer'] });
    const command = actor('Par un observateur');
    expect((await submit('bob', [command])).outcomes).toEqual([
      { id: command.id, outcome: 'refused', code: 'NotAllowed' },
    ]);
    await submit('ann', [
      commandIn(bed, space, { type: 'member.change', entity: 'bob-person', payload: { roles: ['core'] } }),
    ]);
    expect((await submit('bob', [command])).outcomes).toEqual([
      { id: command.id, outcome: 'refused', code: 'NotAllowed', already: true },
    ]);
  });

  it('SRV-4 decides a batch in order, each command on what the ones before it did', async () => {
    const add = actor('Mairie');
    const change = {
      ...commandIn(bed, space, {
        type: 'actor.change',
        entity: add.entity,
        payload: { slots: { name: 'Commune' } },
      }),
      base: { name: add.id },
    };
    const answer = await submit('ann', [add, change]);
    expect(answer.outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    const entity = (await snapshotOf(bed, space, 'ann')).snapshot.entities.find(
      ({ id }) => id === add.entity,
    );
    expect(entity?.kind === 'record' && entity.slots['name']).toEqual({ at: answer.head, value: 'Commune' });
  });

  it('SRV-5 shows nothing of a narrower circle: snapshot, history, search, copies, and answers as if it were absent', async () => {
    await letIn(bed, space, 'bob', { roles: ['focal'] });
    const secret = actor('Zyxwvut', 'core');
    await submit('ann', [secret, actor('Ouvert')]);
    for (const path of [
      'snapshot',
      'history',
      `history?entity=${secret.entity}`,
      'search?q=zyxwvut',
      `copies?entity=${secret.entity}`,
      'people',
      'proof',
    ]) {
      const response = await bed.ask('bob', `/api/spaces/${space}/${path}`);
      expect(response.status).toBe(200);
      expect(await response.text()).not.toMatch(/zyxwvut/i);
    }
    expect(await (await bed.ask('ann', `/api/spaces/${space}/search?q=zyx`)).json()).toEqual({
      found: [{ entity: secret.entity, type: 'actor', circle: 'core' }],
    });
    const unseen = commandIn(bed, space, {
      type: 'actor.change',
      entity: secret.entity,
      payload: { slots: { name: 'x' } },
    });
    const absent = commandIn(bed, space, {
      type: 'actor.change',
      entity: bed.runtime.id(),
      payload: { slots: { name: 'x' } },
    });
    const { outcomes } = await submit('bob', [unseen, absent]);
    expect(outcomes.map((outcome) => ('code' in outcome ? outcome.code : ''))).toEqual([
      'NotFound',
      'NotFound',
    ]);
  });

  it('SRV-6 answers 404 alike for a space that is not there, one never entered and one that was left', async () => {
    await letIn(bed, space, 'bob', { roles: ['focal'] });
    await submit('ann', [commandIn(bed, space, { type: 'member.leave', entity: 'bob-person', payload: {} })]);
    const answers = await Promise.all([
      bed.ask('bob', `/api/spaces/${space}/snapshot`),
      bed.ask('eve', `/api/spaces/${space}/snapshot`),
      bed.ask('ann', '/api/spaces/aaaaaaaaaaaaaaaaaaaa/snapshot'),
    ]);
    const bodies = await Promise.all(
      answers.map(async (answer) => ({ ...(await answerOf<Problem>(answer)), correlationId: '' })),
    );
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]).toMatchObject({ status: 404, code: 'NotFound', retryable: false });
    expect(await (await bed.ask('bob', '/api/spaces')).json()).toEqual([]);
  });

  it('SRV-7 sends a snapshot again only when it changed, in the encoding asked for', async () => {
    const plain = await bed.ask('ann', `/api/spaces/${space}/snapshot`);
    const etag = plain.headers.get('etag') ?? '';
    const text = await plain.text();
    const packed = await bed.ask('ann', `/api/spaces/${space}/snapshot`, {
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(text);
    const zipped = await bed.ask('ann', `/api/spaces/${space}/snapshot`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString()).toBe(text);
    const again = { headers: { 'if-none-match': packed.headers.get('etag') ?? '' } };
    expect((await bed.ask('ann', `/api/spaces/${space}/snapshot`, again)).status).toBe(304);
    await submit('ann', [actor('Neu')]);
    const changed = await bed.ask('ann', `/api/spaces/${space}/snapshot`, again);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('SRV-10 shows roles and circles as they are now, in snapshots, lists and the people of a circle', async () => {
    await letIn(bed, space, 'bob', { roles: ['core'] });
    await submit('ann', [actor('Zyxwvut', 'core')]);
    const rolesOf = async (): Promise<unknown> => (await bed.ask('bob', '/api/spaces')).json();
    expect(JSON.stringify(await snapshotOf(bed, space, 'bob'))).toMatch(/Zyxwvut/);
    expect(await rolesOf()).toMatchObject([{ roles: ['core'] }]);
    expect((await snapshotOf(bed, space, 'ann')).readers['core']).toContain('bob-person');
    const narrowed = commandIn(bed, space, {
      type: 'member.change',
      entity: 'bob-person',
      payload: { roles: ['focal'] },
    });
    expect((await submit('ann', [narrowed])).outcomes).toMatchObject([{ outcome: 'accepted' }]);
    expect(JSON.stringify(await snapshotOf(bed, space, 'bob'))).not.toMatch(/Zyxwvut/);
    expect(await rolesOf()).toMatchObject([{ roles: ['focal'] }]);
    expect((await snapshotOf(bed, space, 'ann')).readers['core']).not.toContain('bob-person');
    await submit('ann', [commandIn(bed, space, { type: 'member.leave', entity: 'bob-person', payload: {} })]);
    expect((await bed.ask('bob', `/api/spaces/${space}/snapshot`)).status).toBe(404);
    expect(await rolesOf()).toEqual([]);
  });

  it('SRV-11 leaves out of the very next answer what was erased, in every encoding and for every reader', async () => {
    await letIn(bed, space, 'bob', { roles: ['focal'] });
    const secret = actor('Zyxwvut');
    await submit('ann', [secret]);
    const texts = (): Promise<readonly string[]> =>
      Promise.all(
        ['ann', 'bob'].map(async (who) => {
          const packed = await bed.ask(who, `/api/spaces/${space}/snapshot`, {
            headers: { 'accept-encoding': 'br' },
          });
          const plain = await bed.ask(who, `/api/spaces/${space}/snapshot`);
          return (
            brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString() + (await plain.text())
          );
        }),
      );
    for (const text of await texts()) expect(text).toMatch(/Zyxwvut/);
    const payload = { targets: ['name'] };
    await submit('ann', [commandIn(bed, space, { type: 'actor.erase', entity: secret.entity, payload })]);
    for (const text of await texts()) expect(text).not.toMatch(/Zyxwvut/);
  });

  it('SRV-8 pages through history newest first and passes over what the reader may not see', async () => {
    await letIn(bed, space, 'bob', { roles: ['focal'] });
    for (let n = 0; n < 8; n++) await submit('ann', [actor(`${n}`, n % 2 === 0 ? 'partners' : 'core')]);
    const seqs: number[] = [];
    let before = '';
    for (;;) {
      const page = await answerOf<HistoryAnswer>(
        await bed.ask('bob', `/api/spaces/${space}/history?limit=3${before}`),
      );
      seqs.push(...page.events.map(({ seq }) => seq));
      expect(page.events.every(({ circle }) => circle === 'partners')).toBe(true);
      if (page.before === undefined) break;
      before = `&before=${page.before}`;
    }
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    expect(seqs.length).toBe(5 + 4);
  });
});
