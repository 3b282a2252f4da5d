import type { Person } from './person.ts';
import { spaceOf } from './person.ts';

/** Everything that the browser of this device has stored for the app, as one text: databases, caches, local storage. */
export const storedOn = async ({ page }: Person): Promise<string> => {
  // Runs in the page: what it returns is a string by construction.
  const text: string = await page.evaluate(`(async () => {
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name, version } of await indexedDB.databases()) {
      const db = await new Promise((resolve, reject) => {
        const opening = indexedDB.open(name, version);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of db.objectStoreNames) {
        const rows = await new Promise((resolve, reject) => {
          const reading = db.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
          reading.onerror = () => reject(reading.error);
        });
        texts.push(JSON.stringify(rows));
      }
      db.close();
    }
    return texts.join('\\n');
  })()`);
  return text;
};

/** What the server's feed sends to this person from the first event on, as text; listens for `ms`. */
export const feedOf = async (person: Person, ms = 1_000): Promise<string> => {
  const url = `/api/spaces/${spaceOf(person)}/feed?after=0`;
  const text: string = await person.page.evaluate(`(async () => {
    const ended = new AbortController();
    setTimeout(() => ended.abort(), ${ms});
    let text = '';
    try {
      const answer = await fetch(${JSON.stringify(url)}, { signal: ended.signal });
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        text += value;
      }
    } catch {}
    return text;
  })()`);
  return text;
};

/** The facts of the thing that stands beside or on the page under this title, as the device shows them. */
export const factsOf = async ({ page }: Person, title: string): Promise<readonly string[]> => {
  const place = page
    .locator('aside, main section')
    .filter({ has: page.getByRole('heading', { name: title }), visible: true })
    .first();
  return place.locator('dt, dd').allInnerTexts();
};
