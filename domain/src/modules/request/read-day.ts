/** A day as people write it where the browser has no calendar: `2027-03-12`, `12/3/2027`, `12.3.2027`. */
export const readDay = (typed: string | undefined): string | undefined => {
  const plain = (typed ?? '').trim();
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(plain);
  const iso =
    local === null
      ? plain
      : `${local[3]}-${(local[2] ?? '').padStart(2, '0')}-${(local[1] ?? '').padStart(2, '0')}`;
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(iso) ? iso : undefined;
};
