import { type ReactNode, useState } from 'react';
import { useText } from '../../locale/use-text.tsx';
import { MoneyField, type MoneyValue, QuantityField } from '../amount-field.tsx';
import { Choice, ChoiceMany } from '../choice.tsx';
import { CircleSelector } from '../circle-selector.tsx';
import { DateField, PeriodField } from '../date-field.tsx';
import { EntryGrid } from '../entry-grid.tsx';
import { FileDrop } from '../file-drop.tsx';
import { Form } from '../form.tsx';
import { LanguageText } from '../language-text.tsx';
import { PersonPicker, type PickedPerson } from '../person-picker.tsx';
import { type Rating, RatingSelect } from '../rating-mark.tsx';
import { SECTORS, type Sector, SectorShape } from '../sector-shape.tsx';
import { Section } from '../sentence-list.tsx';
import { type Stance, StanceButtons } from '../stance-buttons.tsx';
import { TextField } from '../text-field.tsx';
import { useSample } from './words.ts';

function StakeholderForm(): ReactNode {
  const t = useText();
  const say = useSample();
  const [name, setName] = useState('');
  const [sector, setSector] = useState<Sector>();
  const [stake, setStake] = useState('');
  return (
    <Form
      submit={say('Ajouter', 'Add')}
      label={say('Ajouter un acteur', 'Add a stakeholder')}
      onCancel={() => {}}
      onSubmit={() => [
        ...(name === '' ? [{ name: 'name', message: say('Il manque un nom.', 'A name is missing.') }] : []),
        ...(sector === undefined
          ? [{ name: 'sector', message: say('Il manque un secteur.', 'A sector is missing.') }]
          : []),
      ]}
    >
      <TextField name="name" label={say('Nom', 'Name')} value={name} onChange={setName} />
      <Choice
        name="sector"
        label={say('Secteur', 'Sector')}
        value={sector}
        onChange={setSector}
        options={SECTORS.map((each) => ({
          value: each,
          label: t(`ui.sector.${each}`),
          sign: <SectorShape sector={each} />,
        }))}
      />
      <TextField
        name="stake"
        label={say('Enjeu', 'Stake')}
        optional
        rows={3}
        value={stake}
        onChange={setStake}
        hint={say('Pourquoi cela le concerne-t-il ?', 'Why does this concern them?')}
        saved
      />
    </Form>
  );
}

function Amounts(): ReactNode {
  const say = useSample();
  const [money, setMoney] = useState<MoneyValue | undefined>({ minor: 4_000_050, currency: 'EUR' });
  const [flow, setFlow] = useState<number | undefined>(1.234);
  const [due, setDue] = useState('2026-03-18');
  const [month, setMonth] = useState('2019-03');
  const [period, setPeriod] = useState<readonly [string, string]>(['2019', '2021-06']);
  return (
    <>
      <MoneyField
        label={say('Montant', 'Amount')}
        value={money}
        onChange={setMoney}
        currencies={['EUR', 'XOF', 'ZMW']}
      />
      <MoneyField
        label={say('Montant illisible', 'Unreadable amount')}
        value={undefined}
        onChange={setMoney}
        currencies={['XOF']}
        error={say(
          'Nous ne lisons pas ce nombre. Écrivez-le ainsi : 40 000',
          'We cannot read this number. Write it like this: 40,000',
        )}
      />
      <QuantityField
        label={say('Débit du puits 4', 'Flow of well 4')}
        value={flow}
        onChange={setFlow}
        unit="m³/h"
      />
      <DateField
        label={say('Échéance', 'Deadline')}
        value={due}
        onChange={setDue}
        precisions={['day']}
        zone={say('heure de Lusaka', 'Lusaka time')}
      />
      <DateField label={say('Depuis', 'Since')} value={month} onChange={setMonth} />
      <PeriodField
        label={say('Période', 'Period')}
        start={period[0]}
        end={period[1]}
        onChange={(start, end) => setPeriod([start, end])}
      />
    </>
  );
}

function Choices(): ReactNode {
  const say = useSample();
  const [stance, setStance] = useState<Stance | undefined>('reservations');
  const [rating, setRating] = useState<Rating>('at-risk');
  const [circle, setCircle] = useState('core');
  const [tongues, setTongues] = useState<readonly string[]>(['fr']);
  const [person, setPerson] = useState<PickedPerson>();
  const languages = ['fr', 'en', 'de', 'es', 'sw', 'ny', 'bem', 'ar'];
  return (
    <>
      <StanceButtons label={say('Votre position', 'Your position')} value={stance} onChange={setStance} />
      <RatingSelect
        label={say('Raccordement du Quartier-Bas', 'Connecting Lower Town')}
        value={rating}
        onChange={setRating}
      />
      <CircleSelector
        confirmWidening
        value={circle}
        onChange={setCircle}
        circles={[
          { id: 'me', label: say('Vous uniquement', 'Only you'), rank: 0 },
          { id: 'secretariat', label: say('Secrétariat (2)', 'Secretariat (2)'), rank: 1 },
          { id: 'core', label: say('Noyau (6)', 'Core group (6)'), rank: 2 },
          { id: 'partners', label: say('Partenaires (34)', 'Partners (34)'), rank: 3 },
          { id: 'public', label: say('Tout le monde', 'Everyone'), rank: 4 },
        ]}
      />
      <ChoiceMany
        label={say('Langues parlées', 'Languages spoken')}
        values={tongues}
        onChange={setTongues}
        options={languages.map((code) => ({ value: code, label: code }))}
      />
      <PersonPicker
        label={say('Avec qui ?', 'With whom?')}
        value={person}
        onChange={setPerson}
        allowNew
        alias={say('une personne du Comité', 'a person from the Committee')}
        people={[
          { id: '1', name: 'Awa N.', detail: say('Secrétariat', 'Secretariat') },
          { id: '2', name: 'Tendai M.', detail: say('Mairie', 'Council') },
        ]}
      />
    </>
  );
}

function Texts(): ReactNode {
  const say = useSample();
  const [texts, setTexts] = useState<Readonly<Record<string, { text: string; stale?: boolean }>>>({
    fr: { text: 'Au Quartier-Bas, l’eau du puits rend les enfants malades.' },
    en: { text: 'In Lower Town, well water makes children ill.', stale: true },
  });
  return (
    <>
      <LanguageText
        label={say('Énoncé du problème', 'Problem statement')}
        source="fr"
        texts={texts}
        rows={2}
        shared
        languages={[
          { code: 'fr', name: say('français', 'French') },
          { code: 'en', name: say('anglais', 'English') },
          { code: 'ny', name: say('nyanja', 'Nyanja') },
        ]}
        onChange={(language, text) => setTexts({ ...texts, [language]: { text } })}
      />
      <FileDrop
        label={say('PV signé', 'Signed minutes')}
        onFiles={() => {}}
        onRemove={() => {}}
        maxSize={say('100 Mo', '100 MB')}
        kinds={say('PDF, Word, images', 'PDF, Word, pictures')}
        readers={say('noyau (6)', 'core group (6)')}
        items={[
          { id: '1', name: 'pv-mai.pdf', state: 'sending', share: '40 %' },
          { id: '2', name: 'carte.png', state: 'kept', size: say('1,2 Mo', '1.2 MB') },
        ]}
      />
      <EntryGrid
        caption={say('Ménages raccordés', 'Households connected')}
        onSave={() => {}}
        columns={[
          { key: 't1', head: say('1er trim. 2026', 'Q1 2026') },
          { key: 't2', head: say('2e trim. 2026', 'Q2 2026') },
        ]}
        rows={[
          {
            key: 'a',
            head: say('Quartier-Bas', 'Lower Town'),
            cells: { t1: { value: '1250', state: 'approved' }, t2: { value: '', state: 'missing' } },
          },
          {
            key: 'b',
            head: say('Marché', 'Market'),
            cells: { t1: { value: '310', state: 'waiting' }, t2: { value: '12o', state: 'refused' } },
          },
        ]}
      />
    </>
  );
}

/** Every field, with values, hints and faults. */
export function FieldParts(): ReactNode {
  const say = useSample();
  const box = { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '2rem', maxInlineSize: '42rem' };
  return (
    <main style={{ padding: '1rem', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '2rem' }}>
      <h1>{say('Champs', 'Fields')}</h1>
      <StakeholderForm />
      <Section title={say('Nombres et dates', 'Numbers and dates')} id="amounts">
        <div style={box}>
          <Amounts />
        </div>
      </Section>
      <Section title={say('Choix', 'Choices')} id="choices">
        <div style={box}>
          <Choices />
        </div>
      </Section>
      <Section title={say('Textes, fichiers, grille', 'Texts, files, grid')} id="texts">
        <div style={box}>
          <Texts />
        </div>
      </Section>
    </main>
  );
}
