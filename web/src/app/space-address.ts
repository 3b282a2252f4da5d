/** The space that an address of the app names; `undefined` outside a partnership. */
export function readSpace(path: string): string | undefined {
  const [empty, p, space] = path.split('/');
  return empty === '' && p === 'p' && space ? decodeURIComponent(space) : undefined;
}
