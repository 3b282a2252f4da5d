import type { Config } from '../config.ts';
import { addressesOf } from './address.ts';
import { imapSource } from './imap.ts';
import { maildirSource } from './maildir.ts';
import { type IncomingMail, type MailDeps, openIncomingMail } from './service.ts';
import type { MailSource } from './source.ts';

const MAILDIR = 'maildir:';

const sourceOf = (mailIn: string): MailSource =>
  mailIn.startsWith(MAILDIR) ? maildirSource(mailIn.slice(MAILDIR.length)) : imapSource(mailIn);

/**
 * Opens incoming mail as the configuration says. Without `MAIL_IN` nothing comes in; what came before is still shown,
 * sorted and deleted at its time.
 */
export const openMailIn = (
  config: Config,
  deps: Pick<MailDeps, 'people' | 'runtime' | 'log'>,
): IncomingMail => {
  const { people } = deps;
  const addresses = people.mailIn ?? addressesOf(people.key, `tablee@${new URL(config.url).hostname}`);
  const source = config.mailIn === undefined ? {} : { source: sourceOf(config.mailIn) };
  return openIncomingMail(config.data, { ...deps, addresses, ...source });
};
