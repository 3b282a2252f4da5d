import { isObject } from '@tablee/domain/kernel';
import { type ReactNode, useState } from 'react';
import { useLocale } from '../locale/use-text.tsx';
import { Fault, request } from '../sync/api.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Choice } from '../ui/choice.tsx';
import { type FieldFault, Form } from '../ui/form.tsx';
import { useLocation } from '../ui/location.ts';
import { PageHead } from '../ui/page-head.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PlainPage } from './plain-page.tsx';
import { useSession } from './session.tsx';

type Way = 'email' | 'password' | 'code';

/** Signing in: one field first, then what that way needs. Only ways that work here are offered. */
export default function SignInPage(): ReactNode {
  const { answer } = useSession();
  const { t } = useLocale();
  const [way, setWay] = useState<Way>();
  const [path] = useLocation();
  if (answer === undefined)
    return (
      <PlainPage>
        <PageHead title={t('app.sign-in')} opening={t('app.first-visit-needs-network')} />
        <ActionButton onPress={() => location.reload()}>{t('app.try-again')}</ActionButton>
      </PlainPage>
    );
  if (answer.setUp)
    return (
      <PlainPage>
        <PageHead title={t('app.welcome')} opening={t('app.set-up-explained')} />
      </PlainPage>
    );
  const chosen = way ?? answer.ways[0] ?? 'password';
  return (
    <PlainPage>
      <PageHead
        title={t('app.sign-in')}
        opening={t(path.startsWith('/p/') ? 'app.sign-in-again' : 'app.sign-in-first')}
      />
      {answer.ways.length > 1 && (
        <Choice
          label={t('app.sign-in-way')}
          options={answer.ways.map((each) => ({ value: each, label: t(`app.way.${each}`) }))}
          value={chosen}
          onChange={setWay}
        />
      )}
      {chosen === 'password' && <PasswordForm />}
      {chosen === 'email' && <EmailForm />}
      {chosen === 'code' && <PinForm />}
    </PlainPage>
  );
}

/** Runs a request of a form; what the server refuses stands at `name`, in its own words. */
const tried = async (name: string, work: () => Promise<void>): Promise<readonly FieldFault[] | undefined> => {
  try {
    await work();
    return undefined;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return [{ name, message: fault.message }];
  }
};

function TraceChoice(props: {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}): ReactNode {
  const { t } = useLocale();
  return (
    <Choice
      label={t('app.device')}
      options={[
        { value: 'mine', label: t('app.device-mine') },
        { value: 'shared', label: t('app.device-shared'), hint: t('app.device-shared-hint') },
      ]}
      value={props.value ? 'shared' : 'mine'}
      onChange={(value) => props.onChange(value === 'shared')}
    />
  );
}

function PasswordForm(): ReactNode {
  const { t } = useLocale();
  const { refresh } = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [noTrace, setNoTrace] = useState(false);
  return (
    <Form
      submit={t('app.continue')}
      onSubmit={() =>
        tried('password', async () => {
          await request('POST', '/api/session/password', { email, password, noTrace });
          await refresh();
        })
      }
    >
      <TextField
        name="email"
        label={t('app.email-or-name')}
        type="text"
        autoComplete="username"
        value={email}
        onChange={setEmail}
      />
      <TextField
        name="password"
        label={t('app.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <TraceChoice value={noTrace} onChange={setNoTrace} />
    </Form>
  );
}

function EmailForm(): ReactNode {
  const { t } = useLocale();
  const { refresh } = useSession();
  const [email, setEmail] = useState('');
  const [challenge, setChallenge] = useState<string>();
  const [code, setCode] = useState('');
  const [noTrace, setNoTrace] = useState(false);
  if (challenge === undefined)
    return (
      <Form
        submit={t('app.send-code')}
        onSubmit={() =>
          tried('email', async () => {
            const answer = await request('POST', '/api/session/email', { email, way: 'code' });
            setChallenge(
              isObject(answer) && typeof answer['challenge'] === 'string' ? answer['challenge'] : '',
            );
          })
        }
      >
        <TextField
          name="email"
          label={t('app.email')}
          type="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
        />
      </Form>
    );
  return (
    <Form
      submit={t('app.continue')}
      onCancel={() => setChallenge(undefined)}
      onSubmit={() =>
        tried('code', async () => {
          await request('POST', '/api/session/code', { challenge, code, noTrace });
          await refresh();
        })
      }
    >
      <TextField
        name="code"
        label={t('app.code')}
        hint={t('app.code-hint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        size={8}
        value={code}
        onChange={setCode}
        autoFocus
      />
      <TraceChoice value={noTrace} onChange={setNoTrace} />
    </Form>
  );
}

function PinForm(): ReactNode {
  const { t } = useLocale();
  const { refresh } = useSession();
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const [noTrace, setNoTrace] = useState(false);
  return (
    <Form
      submit={t('app.continue')}
      more={
        <ActionButton kind="quiet" href="/join">
          {t('app.first-time')}
        </ActionButton>
      }
      onSubmit={() =>
        tried('code', async () => {
          await request('POST', '/api/session/pin', { code, pin, noTrace });
          await refresh();
        })
      }
    >
      <TextField
        name="code"
        label={t('app.invitation-code')}
        hint={t('app.invitation-code-hint')}
        size={14}
        value={code}
        onChange={setCode}
      />
      <TextField
        name="pin"
        label={t('app.pin')}
        type="password"
        inputMode="numeric"
        size={8}
        value={pin}
        onChange={setPin}
      />
      <TraceChoice value={noTrace} onChange={setNoTrace} />
    </Form>
  );
}
