import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { Shell } from '../../app/shell.tsx';
import { useFormat, useText } from '../../locale/use-text.tsx';
import { ActionButton } from '../action-button.tsx';
import { CompassSentence } from '../compass.tsx';
import { Icon } from '../icon.tsx';
import { Link } from '../link.tsx';
import { PageHead } from '../page-head.tsx';
import { SectorLabel, SectorShape } from '../sector-shape.tsx';
import { Section, SentenceList } from '../sentence-list.tsx';
import { Facts, PanelSection, SidePanel } from '../side-panel.tsx';
import { useSample } from './words.ts';

function usePhases() {
  const t = useText();
  return [
    { number: 1, state: 'reached', name: t('shell.phase.1'), href: '/p/eau/phase-1' },
    { number: 2, state: 'reached', name: t('shell.phase.2'), href: '/p/eau/phase-2' },
    { number: 3, state: 'current', name: t('shell.phase.3'), href: '/p/eau/phase-3', flags: 1 },
    { number: 4, state: 'ahead', name: t('shell.phase.4'), href: '/p/eau/phase-4' },
  ] as const;
}

function Where(): ReactNode {
  const say = useSample();
  const format = useFormat();
  const phases = usePhases();
  const returned = { from: 3, to: 2, date: format.date('2025-05-12', { withoutYear: true }) };
  return (
    <CompassSentence
      phases={phases}
      cycle={2}
      returned={returned}
      note={say('mise en œuvre', 'implementation')}
    >
      <p>
        <strong>{say('Mise en œuvre, cycle 2.', 'Implementation, cycle 2.')}</strong>{' '}
        {say(
          '61 % des ménages ont l’eau ; la cible est 70 % fin 2026.',
          '61% of households have water; the target is 70% by the end of 2026.',
        )}
      </p>
    </CompassSentence>
  );
}

function Waiting(): ReactNode {
  const say = useSample();
  return (
    <Section title={say('Ce qui vous attend', 'What waits for you')} id="waiting">
      <SentenceList
        labelledBy="waiting"
        items={[
          {
            key: '1',
            sign: <Icon name="pennant" />,
            text: say(
              'Trois bornes-fontaines marchent depuis six mois ; les cas de diarrhée ne baissent pas.',
              'Three standpipes have worked for six months; diarrhoea cases are not falling.',
            ),
            note: say(
              'L’hypothèse « l’eau reste propre jusqu’à la maison » n’a pas été vérifiée depuis mai.',
              'The assumption “water stays clean up to the home” has not been checked since May.',
            ),
            action: (
              <ActionButton kind="quiet">
                {say('En parler à la réunion', 'Talk about it at the meeting')}
              </ActionButton>
            ),
          },
          {
            key: '2',
            sign: <Icon name="pen" />,
            text: say(
              'Trois valeurs attendent votre validation, dont une corrigée par le centre de santé.',
              'Three figures wait for your approval, one corrected by the health centre.',
            ),
            note: say(
              'Débit du puits 4, cas de diarrhée en février, ménages raccordés',
              'Flow of well 4, diarrhoea cases in February, households connected',
            ),
            action: <ActionButton kind="quiet">{say('Voir les valeurs', 'See the figures')}</ActionButton>,
          },
          {
            key: '3',
            sign: <Icon name="seat" />,
            text: say(
              'Un siège de la société civile est vacant depuis 34 jours.',
              'A civil society seat has been vacant for 34 days.',
            ),
            note: say(
              'Le collège choisit son délégué dans son propre espace ; une lettre est prête.',
              'The constituency chooses its delegate in its own space; a letter is ready.',
            ),
            action: <ActionButton kind="quiet">{say('Relire la lettre', 'Read the letter')}</ActionButton>,
          },
        ]}
      />
    </Section>
  );
}

function Changed(): ReactNode {
  const say = useSample();
  const format = useFormat();
  return (
    <Section title={say('Ce qui a changé depuis jeudi', 'What changed since Thursday')} id="changed">
      <SentenceList
        form="plain"
        labelledBy="changed"
        items={[
          {
            key: '1',
            sign: <SectorShape sector="private" />,
            text: (
              <>
                {say('La brasserie a confirmé', 'The brewery confirmed')}{' '}
                <Link href="/p/eau/resources/1">
                  {say('sa contribution de 2026', 'its contribution for 2026')}
                </Link>
                {say(' : ', ': ')}
                <strong>{format.money(4_000_000, 'EUR')}</strong>.
              </>
            ),
            when: say('hier', 'yesterday'),
          },
          {
            key: '2',
            sign: <Icon name="conflict" />,
            text: say(
              'Deux versions du mandat du comité ; les deux sont conservées.',
              'Two versions of the committee’s mandate; both are kept.',
            ),
            action: <ActionButton kind="quiet">{say('Choisir', 'Choose')}</ActionButton>,
          },
        ]}
      />
    </Section>
  );
}

function Panel(): ReactNode {
  const say = useSample();
  return (
    <SidePanel
      title={say('Fédération des habitants', 'Residents’ federation')}
      kicker={<SectorLabel sector="civilSociety" />}
      onClose={() => {}}
      address="/p/eau/stakeholders/1"
    >
      <Facts
        items={[
          {
            key: '1',
            term: say('Enjeu', 'Stake'),
            value: say(
              'Touchée par le problème, détient le savoir du terrain',
              'Touched by the problem, knows the ground',
            ),
          },
          {
            key: '2',
            term: say('Mandat', 'Mandate'),
            value: say('Élue par 41 comités, jusqu’en juin', 'Elected by 41 committees, until June'),
          },
          {
            key: '3',
            term: say('Promis', 'Promised'),
            value: say(
              'Réponse sur les bornes-fontaines d’ici au 12 mai',
              'Answer on the standpipes by 12 May',
            ),
          },
        ]}
      />
      <ActionButton kind="primary">{say('Noter un échange', 'Log a conversation')}</ActionButton>
      <PanelSection title={say('Relations', 'Relations')}>
        <p>{say('Régulateur de l’eau, forte', 'Water regulator, strong')}</p>
      </PanelSection>
    </SidePanel>
  );
}

/** A whole page in the shell, as the pictures of the intent show it. */
export function TodayPage({ panel }: { readonly panel: boolean }): ReactNode {
  const t = useText();
  const say = useSample();
  const format = useFormat();
  const phases = usePhases();
  const at = (room: string): string => `/p/eau/${room}`;
  return (
    <Shell
      partnership={{
        name: say('L’eau de la vallée', 'Valley Water'),
        href: at('today'),
        note: say('Exemple inventé', 'Invented example'),
      }}
      phase={3}
      compass={{ phases, cycle: 2, returned: { from: 3, to: 2, date: '12 mai' } }}
      places={[
        { href: at('today'), label: t('shell.place.today'), current: true },
        { href: at('people'), label: t('shell.place.people') },
        { href: at('meetings'), label: t('shell.place.meetings') },
        { href: at('documents'), label: t('shell.place.documents') },
        { href: at('commitments'), label: t('shell.place.commitments'), waits: 2 },
        { href: at('decisions'), label: t('shell.place.decisions') },
      ]}
      rooms={{
        heading: t('shell.phase.3'),
        items: (
          ['progress', 'monitoring', 'flags', 'reflection', 'resources', 'secretariat', 'reporting'] as const
        ).map((room) => ({
          href: at(room),
          label: t(`shell.room.${room}`),
          ...(room === 'monitoring' ? { waits: 3 } : {}),
        })),
      }}
      bar={[
        { href: at('today'), label: t('shell.place.today'), icon: 'today', current: true },
        { href: at('meetings'), label: t('shell.place.meetings'), icon: 'meeting' },
        { href: at('phases'), label: t('shell.bar.phases'), icon: 'phases' },
        { href: at('more'), label: t('shell.bar.more'), icon: 'more', waits: 2 },
      ]}
      sync={{ kind: 'waiting', count: 3 }}
      onSync={() => {}}
      you={t('shell.you', { role: say('secrétariat', 'secretariat') })}
      onSearch={async (query) =>
        query.startsWith('p')
          ? [
              {
                href: at('people/1'),
                title: say('Puits 4', 'Well 4'),
                note: say('Données de suivi', 'Monitoring data'),
              },
            ]
          : []
      }
      foot={[
        { kind: 'complaint', href: at('complaint') },
        { kind: 'help', href: '/help' },
        { kind: 'accessibility', href: '/accessibility' },
      ]}
      languages={<LanguageSwitch />}
      panel={panel ? <Panel /> : undefined}
    >
      <PageHead
        kicker={format.date('2026-03-17', { weekday: true })}
        title={say('Où en sommes-nous ?', 'Where are we?')}
        quietOnPhone
        readers={{
          summary: say('partenaires (34), administration du serveur', 'partners (34), server administrator'),
          names: ['Awa N.', 'Tendai M.', 'Brigitte P.'],
        }}
      />
      <Where />
      <Waiting />
      <Changed />
    </Shell>
  );
}
