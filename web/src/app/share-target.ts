/**
 * Beside the service worker: takes what another app shares (a POST to `/note`), keeps its photos and sounds in a cache of
 * this device until they are noted, and opens the note with its words. Runs before the page; it imports nothing, since
 * a worker's script stands alone.
 */

const take = async (request: Request): Promise<Response> => {
  const form = await request.formData();
  const words = new URLSearchParams();
  for (const name of ['title', 'text', 'url']) {
    const value = form.get(name);
    if (typeof value === 'string' && value !== '') words.set(name, value);
  }
  const shared = await caches.open('tablee-shared');
  // What was shared before and never noted makes room.
  for (const old of await shared.keys()) await shared.delete(old);
  const files = form.getAll('files').filter((file) => typeof file !== 'string');
  for (const [at, file] of files.entries())
    await shared.put(
      `/note/shared/${at}?name=${encodeURIComponent(file.name)}`,
      new Response(file, { headers: { 'content-type': file.type } }),
    );
  return Response.redirect(`/note?${words.toString()}`, 303);
};

addEventListener('fetch', (event) => {
  if (!(event instanceof FetchEvent)) return;
  const { request } = event;
  if (request.method === 'POST' && new URL(request.url).pathname === '/note')
    event.respondWith(take(request));
});
