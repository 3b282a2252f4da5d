import { isPresent, valueOf, viewFor } from '@tablee/domain/kernel';
import { everyReminded } from '@tablee/domain/modules/due';
import { journeyOf, partnership } from '@tablee/domain/modules/partnership';
import { type Log, placeOf } from '../log.ts';
import { zoneOf } from '../people/link.ts';
import type { PeopleService } from '../people/service.ts';
import { digestMail, type Occasion, recipientOf } from './digest.ts';
import { isFirstOfMonth, morningOf } from './monday.ts';

/** How long a digest is tried: a day, in milliseconds. */
const LIVES = 86_400_000;

/** An example reminds nobody, nor does a partnership that has ended. */
const isQuiet = ({ space, entities, all }: Occasion): boolean =>
  valueOf(partnership, entities.get(space), 'sample') === true || (journeyOf(all)?.ended ?? null) !== null;

/** Reminders by e-mail: one digest on Monday morning in the home zone of a partnership, to each person alone. */
export class Reminders {
  readonly #people: PeopleService;
  readonly #log: Log;
  /** Home zones, so that a partnership whose Monday has not come is not opened to learn it. */
  readonly #zones = new Map<string, string>();
  #running: Promise<void> | undefined;

  /** Writes nothing before it is told to. */
  constructor(people: PeopleService, log: Log) {
    this.#people = people;
    this.#log = log;
  }

  /** Writes the digests that are due now, each once, whatever stopped the server before. */
  run(): Promise<void> {
    this.#running ??= this.#all().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Waits for what runs. */
  async settle(): Promise<void> {
    await this.#running;
  }

  async #all(): Promise<void> {
    const { post, spaces } = this.#people;
    if (!post.works) return;
    for (const space of await spaces.all()) {
      try {
        if (await this.#space(space)) void post.look();
      } catch (error) {
        this.#log.warn('reminder-failed', { code: 'StoreFault', at: placeOf(error) });
      }
    }
  }

  /** True when something was written. */
  async #space(space: string): Promise<boolean> {
    const { spaces, store, clock } = this.#people;
    const known = this.#zones.get(space);
    const [expected, done] = [known && morningOf(clock(), known).monday, await store.reminders.done(space)];
    if (known !== undefined && (expected === undefined || (done !== undefined && done >= expected)))
      return false;
    const entities = await spaces.read(space);
    if (entities === undefined) return false;
    const zone = zoneOf(entities, space);
    this.#zones.set(space, zone);
    const { today, monday } = morningOf(clock(), zone);
    if (monday === undefined || (done !== undefined && done >= monday)) return false;
    const circles = new Set([...entities.values()].filter(isPresent).map(({ circle }) => circle));
    const occasion = { space, entities, all: viewFor(entities, circles), today, monday };
    const written = isQuiet(occasion) ? 0 : await this.#write(occasion);
    await store.reminders.setDone(space, monday);
    return written > 0;
  }

  async #write(occasion: Occasion): Promise<number> {
    const { store, post } = this.#people;
    const { space, all, today, monday } = occasion;
    let written = 0;
    for (const reminded of everyReminded(all, { today, lang: 'fr' })) {
      const recipient = await recipientOf(this.#people, occasion, reminded, isFirstOfMonth(monday));
      const mail = recipient && (await digestMail(this.#people, occasion, recipient));
      if (mail === undefined) continue;
      const of = { space, person: reminded.person, monday };
      if (await store.reminders.remind(of, post.pack(mail, LIVES))) written += 1;
    }
    return written;
  }
}
