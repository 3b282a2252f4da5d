import { isObject, ROLES, type Role } from '@tablee/domain/kernel';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { HandOverText } from '#request/hand-over.tsx';
import { request } from '#sync/api.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';
import css from './people.module.css';
import { tryRequest } from './try-request.ts';

type Way = 'link' | 'code' | 'email';
const WAYS: readonly Way[] = ['link', 'code', 'email'];

interface Invited {
  readonly name: string;
  readonly url?: string;
  readonly code?: string;
  readonly qr?: string;
  readonly mailed: boolean;
  readonly expires: string;
}

const invitedIn = (answer: unknown, name: string): Invited | undefined =>
  isObject(answer) && typeof answer['expires'] === 'string'
    ? {
        name,
        expires: answer['expires'],
        mailed: answer['mailed'] === true,
        ...(typeof answer['url'] === 'string' ? { url: answer['url'] } : {}),
        ...(typeof answer['code'] === 'string' ? { code: answer['code'] } : {}),
        ...(typeof answer['qr'] === 'string' ? { qr: answer['qr'] } : {}),
      }
    : undefined;

/** Invites somebody: by a link with its QR, by e-mail, or by a code and a PIN for people without e-mail. */
export function InviteForm({
  onDone,
  person,
}: {
  readonly onDone: () => void;
  readonly person?: { readonly id: string; readonly name: string };
}): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const organisations = useOrganisations();
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [role, setRole] = useState<Role>('focal');
  const [way, setWay] = useState<Way>('link');
  const [until, setUntil] = useState('');
  const [made, setMade] = useState<Invited>();
  if (made !== undefined) return <Made made={made} onDone={onDone} />;
  const submit = async () => {
    if (name.trim() === '') return [{ name: 'name', message: t('people.name-missing') }];
    if (way === 'email' && email.trim() === '')
      return [{ name: 'email', message: t('people.email-missing') }];
    if (role === 'helper' && until.length !== 10)
      return [{ name: 'until', message: t('people.until-missing') }];
    return tryRequest('name', { t }, async () => {
      const answer = await request('POST', path.invitations(store.space), {
        way,
        roles: [role],
        ...(person === undefined ? { name: name.trim() } : { person: person.id }),
        ...(email.trim() === '' ? {} : { email: email.trim() }),
        ...(organisation === '' ? {} : { organisation }),
        ...(role === 'helper' ? { until } : {}),
      });
      setMade(invitedIn(answer, name.trim()));
    });
  };
  return (
    <Section title={t('people.invite')} id="invite">
      <Form
        label={t('people.invite')}
        submit={t(`people.invite-by.${way}`)}
        onSubmit={submit}
        onCancel={onDone}
      >
        {person === undefined && (
          <TextField
            name="name"
            label={t('people.field.name')}
            value={name}
            onChange={setName}
            maxLength={300}
            autoFocus
          />
        )}
        <SelectField
          label={t('people.for-organisation')}
          none={t('people.no-organisation')}
          options={organisations}
          value={organisation}
          onChange={setOrganisation}
        />
        <SelectField
          label={t('people.role')}
          none={t('app.role.focal')}
          options={ROLES.filter((each) => each !== 'focal').map((each) => ({
            value: each,
            label: t(`app.role.${each}`),
          }))}
          value={role === 'focal' ? '' : role}
          onChange={(value) => setRole(ROLES.find((each) => each === value) ?? 'focal')}
        />
        {role === 'helper' && (
          <DateField
            name="until"
            label={t('people.last-day')}
            value={until}
            onChange={setUntil}
            precisions={['day']}
          />
        )}
        <Choice
          label={t('people.way')}
          options={WAYS.map((value) => ({
            value,
            label: t(`people.way-is.${value}`),
            hint: t(`people.way-hint.${value}`),
          }))}
          value={way}
          onChange={setWay}
        />
        {way === 'email' && (
          <TextField
            name="email"
            label={t('people.field.email')}
            type="email"
            value={email}
            onChange={setEmail}
          />
        )}
      </Form>
    </Section>
  );
}

function Made({ made, onDone }: { readonly made: Invited; readonly onDone: () => void }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const until = format.date(made.expires.slice(0, 10));
  const partnership = partnershipOf(view, locale)?.name ?? '';
  if (made.code !== undefined)
    return (
      <Section title={t('people.code-for', { name: made.name })} id="code">
        <p className={css['code']}>{made.code}</p>
        <p>{t('people.code-explained', { date: until })}</p>
        <ActionRow>
          <ActionButton onPress={() => window.print()}>{t('people.print')}</ActionButton>
          <ActionButton kind="quiet" onPress={onDone}>
            {t('request.done')}
          </ActionButton>
        </ActionRow>
      </Section>
    );
  const url = made.url ?? '';
  return (
    <>
      {made.mailed && <p role="status">{t('people.mailed', { name: made.name })}</p>}
      <HandOverText
        title={t('people.link-for', { name: made.name, date: until })}
        handOver={{
          url,
          text: t('people.invite-text', { name: made.name, partnership, url, date: until }),
          ...(made.qr === undefined ? {} : { qr: made.qr }),
        }}
        onDone={onDone}
      />
    </>
  );
}
