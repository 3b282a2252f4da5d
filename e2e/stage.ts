import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { focusOf } from './keyboard.ts';
import { type Character, type Person, said, sitDown } from './person.ts';
import { type Environment, startServer, type TestServer } from './server.ts';

/** What the journeys of one file play on: one browser, one real server, and whoever sat down before a device. */
export interface Stage {
  readonly browser: Browser;
  readonly server: TestServer;
  /** Gives somebody a device of their own; when a journey fails, what they see is printed. */
  sit(who: Character): Promise<Person>;
}

/** What somebody has before them, for whoever reads why a journey failed. */
const shown = async (person: Person): Promise<string> => {
  if (person.page.isClosed()) return `${person.name}: the page is closed`;
  const focus = person.script === false ? '' : `, focus on ${JSON.stringify(await focusOf(person))}`;
  return `${person.name} at ${person.page.url()}${focus}:\n${await said(person)}`;
};

/**
 * Opens browser and server before the journeys of a file and closes them after; called once, at the top of the file.
 * `prepare` gives the server settings that must stand first: a mail server, a mailbox.
 */
export const openStage = (prepare: () => Promise<Environment> = async () => ({})): Stage => {
  const people: Person[] = [];
  let open: Pick<Stage, 'browser' | 'server'> | undefined;
  const now = (): Pick<Stage, 'browser' | 'server'> => {
    if (open === undefined) throw new Error('the stage opens before the first journey');
    return open;
  };
  beforeAll(async () => {
    const environment = await prepare();
    const [browser, server] = await Promise.all([openBrowser(), startServer(environment)]);
    open = { browser, server };
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const person of people) console.error(`\n${await shown(person)}`);
  });
  afterAll(async () => {
    await open?.browser.close();
    await open?.server.stop();
  });
  return {
    get browser() {
      return now().browser;
    },
    get server() {
      return now().server;
    },
    sit: async (who) => {
      const person = await sitDown(now().browser, now().server, who);
      people.push(person);
      return person;
    },
  };
};
