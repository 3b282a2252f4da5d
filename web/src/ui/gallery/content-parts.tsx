import { type ReactNode, useState } from 'react';
import { useFormat, useText } from '../../locale/use-text.tsx';
import { ActionButton, ActionRow } from '../action-button.tsx';
import { Compare } from '../compare.tsx';
import { DataTable } from '../data-table.tsx';
import { Dialog } from '../dialog.tsx';
import { Drawing } from '../drawing.tsx';
import { FilterSheet } from '../filter-sheet.tsx';
import { Link } from '../link.tsx';
import { ProgressLine } from '../progress-line.tsx';
import { Prose } from '../prose.tsx';
import { RATINGS, RatingMark } from '../rating-mark.tsx';
import { Ring } from '../ring.tsx';
import { SECTORS, SectorLabel, sectorOutline } from '../sector-shape.tsx';
import { Section } from '../sentence-list.tsx';
import { EmptyState, Loading, StateLine, StateStrip } from '../state-line.tsx';
import { SyncState } from '../sync-state.tsx';
import { TextField } from '../text-field.tsx';
import { ViewTabs } from '../view-tabs.tsx';
import { useSample } from './words.ts';

interface Contribution {
  readonly id: string;
  readonly who: string;
  readonly what: string;
  readonly minor: number;
  readonly state: string;
}

function Tables(): ReactNode {
  const say = useSample();
  const format = useFormat();
  const rows: Contribution[] = [
    {
      id: '1',
      who: say('Brasserie', 'Brewery'),
      what: say('argent', 'money'),
      minor: 4_000_000,
      state: say('annoncé', 'announced'),
    },
    {
      id: '2',
      who: say('Comité du Quartier-Bas', 'Lower Town Committee'),
      what: say('temps de travail', 'time'),
      minor: 1_250_000,
      state: say('apporté', 'delivered'),
    },
    {
      id: '3',
      who: say('Université', 'University'),
      what: say('en nature', 'in kind'),
      minor: 80_050,
      state: say('reconnu', 'acknowledged'),
    },
  ];
  const columns = [
    {
      key: 'who',
      head: say('Qui', 'Who'),
      cell: (row: Contribution) => <Link href={`/p/eau/resources/${row.id}`}>{row.who}</Link>,
      sortBy: (row: Contribution) => row.who,
    },
    { key: 'what', head: say('Quoi', 'What'), cell: (row: Contribution) => row.what, onPhone: true },
    {
      key: 'value',
      head: say('Valeur', 'Value'),
      cell: (row: Contribution) => format.money(row.minor, 'EUR'),
      sortBy: (row: Contribution) => row.minor,
      align: 'end' as const,
      onPhone: true,
    },
    { key: 'state', head: say('État', 'State'), cell: (row: Contribution) => row.state },
  ];
  return (
    <>
      <DataTable
        caption={say('Contributions de 2026', 'Contributions of 2026')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        selected="2"
        initialSort={{ key: 'value', direction: 'descending' }}
      />
      <DataTable
        caption={say('Le même, en tableau', 'The same, as a table')}
        phone="scroll"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
      />
      <DataTable caption={say('Vide', 'Empty')} columns={columns} rows={[]} rowKey={(row) => row.id} />
    </>
  );
}

function States(): ReactNode {
  const say = useSample();
  const quiet = (words: string): ReactNode => <ActionButton kind="quiet">{words}</ActionButton>;
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '1rem' }}>
      <StateStrip
        state={{ kind: 'past', date: say('21 mars 2023', '21 March 2023') }}
        action={quiet(say('Revenir à aujourd’hui', 'Back to today'))}
      />
      <StateStrip state={{ kind: 'ended', date: say('30 juin 2026', '30 June 2026') }} />
      <StateStrip state={{ kind: 'read-only' }} />
      <StateStrip state={{ kind: 'update' }} action={quiet(say('Mettre à jour', 'Update'))} />
      <StateLine state={{ kind: 'waiting' }} />
      <StateLine
        state={{ kind: 'refused', reason: say('le vote était clos à 18 h.', 'the vote closed at 18:00.') }}
        action={quiet(say('Écrire au secrétariat', 'Write to the secretariat'))}
      />
      <StateLine state={{ kind: 'conflict' }} action={quiet(say('Choisir', 'Choose'))} />
      <StateLine state={{ kind: 'absent', contact: 'Awa N' }} />
      <StateLine state={{ kind: 'withdrawn' }} />
      <StateLine state={{ kind: 'erased', date: say('3 mai', '3 May') }} />
      <StateLine
        state={{ kind: 'untranslated', language: say('en', 'fr') }}
        action={quiet(say('Traduire', 'Translate'))}
      />
      <StateLine state={{ kind: 'stale' }} action={quiet(say('Voir ce qui a changé', 'See what changed'))} />
      <Loading />
      <EmptyState
        action={<ActionButton kind="primary">{say('Ajouter un acteur', 'Add a stakeholder')}</ActionButton>}
        more={<Link href="/p/eau">{say('Voir dans l’exemple', 'See it in the example')}</Link>}
      >
        {say(
          'Qui doit être à la table ? Trois noms pour commencer : quelqu’un qui décide, quelqu’un qui paie, quelqu’un qui vit le problème.',
          'Who has to be at the table? Three names to start: someone who decides, someone who pays, someone who lives with the problem.',
        )}
      </EmptyState>
    </div>
  );
}

function Signs(): ReactNode {
  const t = useText();
  const say = useSample();
  const open = (): void => {};
  return (
    <div
      style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '1.5rem', justifyItems: 'start' }}
    >
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '1.5rem', alignItems: 'center' }}>
        {[40, 84, 220].map((size) => (
          <Ring
            key={size}
            size={size}
            cycle={5}
            returned={{ from: 3, to: 1 }}
            center={{ title: t('ui.compass.cycle', { n: 5 }), note: say('lancement', 'initiation') }}
            phases={[
              { number: 1, state: 'current' },
              { number: 2, state: 'ahead' },
              { number: 3, state: 'ahead' },
              { number: 4, state: 'ahead' },
            ]}
          />
        ))}
      </div>
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem 1.5rem' }}>
        {SECTORS.map((sector) => (
          <SectorLabel key={sector} sector={sector} />
        ))}
        <SectorLabel sector="civilSociety" missing />
        <SectorLabel sector="private" missing />
      </p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem 1.5rem' }}>
        {RATINGS.map((rating) => (
          <RatingMark
            key={rating}
            rating={rating}
            reason={say(
              'Deux bornes sur trois, le 12 mars, Awa N.',
              'Two standpipes out of three, 12 March, Awa N.',
            )}
          />
        ))}
      </div>
      <SyncState status={{ kind: 'received', time: say('14 h 02', '14:02') }} onOpen={open} />
      <SyncState status={{ kind: 'offline', count: 2, time: say('9 h 41', '9:41') }} onOpen={open} />
      <SyncState status={{ kind: 'refused', count: 1 }} onOpen={open} />
      <SyncState status={{ kind: 'conflict', count: 2 }} onOpen={open} />
    </div>
  );
}

function Documents(): ReactNode {
  const say = useSample();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '2rem' }}>
      <Prose
        shared
        lead
        lang="fr"
        text={
          'Au Quartier-Bas, l’eau du puits rend les enfants malades : qui en répond ?\n\nChacun « sait », personne ne décide.'
        }
      />
      <Compare
        lang="fr"
        before={{
          text: 'Le comité entretient les trois bornes et rend compte une fois par an.',
          label: say('Celle d’Awa', 'Awa’s'),
          note: say('hier, 14 h 02', 'yesterday, 14:02'),
        }}
        after={{
          text: 'Le fonds commun entretient les trois bornes et rend compte chaque trimestre.',
          label: say('Celle de Tendai', 'Tendai’s'),
          note: say('hier, 15 h', 'yesterday, 15:00'),
        }}
      />
      <ProgressLine label={say('Signatures', 'Signatures')} done={5} total={9} />
      <ProgressLine
        label={say('Usagers de l’eau', 'Water users')}
        done={24}
        total={40}
        text={say('24 pour, 16 contre', '24 for, 16 against')}
        threshold={{ at: 20, label: say('il en faut plus de 20', 'more than 20 needed') }}
      />
      <Drawing
        start="picture"
        caption={say(
          'Deux voix manquent (en pointillé) : les femmes porteuses d’eau et les foreurs de puits.',
          'Two voices are missing (dashed): the women who carry water and the well drillers.',
        )}
        picture={
          <svg aria-hidden="true" width="320" height="120" viewBox="0 0 320 120">
            {SECTORS.map((sector, index) => (
              <path
                key={sector}
                d={sectorOutline(sector)}
                transform={`translate(${20 + index * 60} 50)`}
                fill="currentColor"
              />
            ))}
          </svg>
        }
        table={<p>{say('Le tableau porte la même sélection.', 'The table has the same selection.')}</p>}
      />
      <ActionRow>
        <ActionButton kind="primary" onPress={() => setOpen(true)}>
          {say('Signer', 'Sign')}
        </ActionButton>
        <ActionButton>{say('Sur papier', 'On paper')}</ActionButton>
        <FilterSheet active={1} results={12} onClear={() => setQuery('')}>
          <TextField label={say('Organisation', 'Organisation')} value={query} onChange={setQuery} />
        </FilterSheet>
      </ActionRow>
      <Dialog
        open={open}
        title={say('Vous signez pour : Comité du Quartier-Bas', 'You sign for: Lower Town Committee')}
        onClose={() => setOpen(false)}
        actions={
          <ActionButton kind="primary" onPress={() => setOpen(false)}>
            {say('Signer', 'Sign')}
          </ActionButton>
        }
      >
        <p>
          {say(
            'Signature simple : elle montre votre accord, sans vérifier votre identité.',
            'Simple signature: it shows your agreement without verifying your identity.',
          )}
        </p>
      </Dialog>
    </div>
  );
}

/** Everything that shows content: signs, tables, states, texts, dialog. */
export function ContentParts(): ReactNode {
  const say = useSample();
  return (
    <main style={{ padding: '1rem', maxInlineSize: '66rem' }} data-phase="3">
      <h1>{say('Contenus', 'Content')}</h1>
      <ViewTabs
        label={say('Vues', 'Views')}
        views={[
          { href: '?view=content', label: say('Cercles', 'Rings'), current: true },
          { href: '?view=content&as=table', label: say('Tableau', 'Table') },
          { href: '?view=content&as=map', label: say('Ma carte de travail', 'My working map') },
        ]}
      />
      <Section title={say('Signes', 'Signs')} id="signs">
        <Signs />
      </Section>
      <Section
        title={say('Tableaux', 'Tables')}
        id="tables"
        aside={say('3 contributions', '3 contributions')}
      >
        <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '2rem' }}>
          <Tables />
        </div>
      </Section>
      <Section title={say('États', 'States')} id="states">
        <States />
      </Section>
      <Section title={say('Textes et actes', 'Texts and acts')} id="documents">
        <Documents />
      </Section>
    </main>
  );
}
