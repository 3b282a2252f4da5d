import type { Person } from './person.ts';

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

/** The facts of the thing that stands beside or on the page under this title, as the device shows them. */
export const factsOf = async ({ page }: Person, title: string): Promise<readonly string[]> => {
  const place = page
    .locator('aside, main section')
    .filter({ has: page.getByRole('heading', { name: title }), visible: true })
    .first();
  return place.locator('dt, dd').allInnerTexts();
};

/** Puts the app on the device, as a second visit finds it: the worker is there and in charge. */
export const installed = async ({ page }: Person): Promise<void> => {
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.reload();
  await page.evaluate(`new Promise((resolve) => {
    if (navigator.serviceWorker.controller) resolve(true);
    else navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true));
  })`);
};

/** A square picture as a telephone takes it, JPEG, so many pixels wide. */
export const pictureOf = async ({ page }: Person, side: number): Promise<Buffer> => {
  const text: string = await page.evaluate(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: ${side}, height: ${side} });
    const paint = canvas.getContext('2d');
    paint.fillStyle = 'rgb(40 90 ${side % 256})';
    paint.fillRect(0, 0, ${side}, ${side / 2});
    return canvas.toDataURL('image/jpeg').split(',')[1];
  })()`);
  return Buffer.from(text, 'base64');
};
