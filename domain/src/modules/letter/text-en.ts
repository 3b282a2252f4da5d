import { type LetterFacts, type LetterLanguage, PAGE_BREAK } from './draft.ts';

const blank = (what: string): string => `[${what}]`;
const meetingOf = ({ meeting }: LetterFacts): string => meeting?.title ?? blank('meeting');
const whenOf = ({ meeting }: LetterFacts): string => meeting?.when ?? blank('date and time');
const placeOf = ({ meeting }: LetterFacts): string => meeting?.place ?? blank('place');
const houseOf = ({ organisation }: LetterFacts): string => organisation ?? blank('organisation');
const byDay = ({ answerBy }: LetterFacts): string => answerBy ?? blank('date');

const earlierOf = ({ earlier }: LetterFacts): string =>
  earlier === undefined
    ? `our letter of ${blank('date')}`
    : `our letter${earlier.number === undefined ? '' : ` no. ${earlier.number}`} of ${earlier.date} concerning: ${earlier.subject}`;

const sentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const reason = ({ problem, partnership }: LetterFacts): string =>
  problem === undefined
    ? `The partnership “${partnership}” brings together public services, companies, associations and scientists around a problem that none of them can solve alone.`
    : `The partnership “${partnership}” brings together public services, companies, associations and scientists who share one finding: ${sentence(problem)}`;

const terms = (facts: LetterFacts): readonly (string | undefined)[] => [
  PAGE_BREAK,
  'Terms of reference',
  `Subject: ${meetingOf(facts)}.`,
  `Context. ${reason(facts)}`,
  `Purpose. ${sentence(facts.meeting?.purpose ?? blank('what will be settled when people leave'))}`,
  facts.meeting === undefined || facts.meeting.agenda.length === 0
    ? undefined
    : `Points to be discussed:\n${facts.meeting.agenda.map((item) => `– ${item}`).join('\n')}`,
  'What is expected of your representative: to give your point of view, and to say what is possible for you and what is not. No decision binds your institution until it has confirmed it in writing.',
  `Date and place: ${whenOf(facts)}, ${placeOf(facts)}.`,
];

/** Letters in English: how one greets, what one writes, how one takes leave. */
export const english: LetterLanguage = {
  address: ({ tone, civility }, position) => {
    const titled = tone === 'state' && position !== undefined && position.trim() !== '';
    if (titled) return `Dear ${position.trim()}`;
    return { madam: 'Dear Madam', sir: 'Dear Sir', neutral: 'Dear Sir or Madam' }[civility];
  },
  closing: ({ tone, civility }) => {
    if (tone === 'plain') return 'Yours faithfully,';
    const vocative = { madam: 'Madam', sir: 'Sir', neutral: 'Sir or Madam' }[civility];
    return `Please accept, ${vocative}, the assurances of my highest consideration.`;
  },
  texts: {
    invitation: (facts, tone) => ({
      subject: `Invitation: ${meetingOf(facts)}`,
      paragraphs: [
        tone === 'state'
          ? `I have the honour to invite you to “${meetingOf(facts)}”, to be held on ${whenOf(facts)} at ${placeOf(facts)}.`
          : `You are invited to “${meetingOf(facts)}” on ${whenOf(facts)} at ${placeOf(facts)}.`,
        reason(facts),
        tone === 'state'
          ? `The participation of ${houseOf(facts)} would be of great value. Should your engagements not allow you to attend, I should be grateful if you would designate a representative by ${byDay(facts)}. The terms of reference are attached.`
          : `Your view matters. Please tell us by ${byDay(facts)} whether you are coming, or who comes in your place; a call is enough. The terms of reference are attached.`,
        ...terms(facts),
      ],
    }),
    appointment: (facts, tone) => ({
      subject: 'Request for an appointment',
      paragraphs: [
        tone === 'state'
          ? `I have the honour to request an audience, in order to present to you the partnership “${facts.partnership}”.`
          : `We would like to meet you, to present the partnership “${facts.partnership}” and, above all, to hear what you think of it.`,
        reason(facts),
        tone === 'state'
          ? 'The meeting, of fifteen to thirty minutes, would concern the part that your institution wishes to take and the person who might follow the work. It would commit you to nothing.'
          : 'Half an hour is enough, at your place, on a day that suits you. It commits you to nothing.',
        tone === 'state'
          ? 'I remain at the disposal of your private office to agree on a date.'
          : `We will call you before ${byDay(facts)} to agree on a day.`,
      ],
    }),
    designation: (facts, tone) => ({
      subject: 'Request to designate a focal point and a deputy',
      paragraphs: [
        tone === 'state'
          ? `I have the honour to request that you designate the person who will represent ${houseOf(facts)} in the partnership “${facts.partnership}”, and a deputy.`
          : `So that ${houseOf(facts)} has a voice in the partnership “${facts.partnership}”, we ask you to name one person and a deputy.`,
        reason(facts),
        'It helps if the designation says three things: in whose name these persons speak, what they may decide without coming back to you, and until when.',
        tone === 'state'
          ? `I should be grateful to receive the designation by ${byDay(facts)}. Until then, the positions that your institution has confirmed remain its own.`
          : `A letter of one page is enough, by ${byDay(facts)}.`,
      ],
    }),
    thanks: (facts, tone) => ({
      subject: facts.meeting === undefined ? 'Our thanks' : `Our thanks: ${meetingOf(facts)}`,
      paragraphs: [
        tone === 'state'
          ? `On behalf of the members of the partnership “${facts.partnership}”, I have the honour to express our gratitude for ${facts.meeting === undefined ? blank('what you did') : `the part that ${houseOf(facts)} took in “${meetingOf(facts)}”`}.`
          : `Thank you for ${facts.meeting === undefined ? blank('what you did') : `coming to “${meetingOf(facts)}”`}.`,
        'What you brought has been recorded, and you will be told what becomes of it.',
        tone === 'state'
          ? 'I very much hope that this cooperation will continue.'
          : 'If anything was noted wrongly, please tell us: minutes can be corrected.',
      ],
    }),
    second: (facts, tone) => ({
      subject: facts.earlier === undefined ? 'Our earlier letter' : `Further to: ${facts.earlier.subject}`,
      paragraphs: [
        tone === 'state'
          ? `I have the honour to recall ${earlierOf(facts)}.`
          : `We are writing again about ${earlierOf(facts)}.`,
        tone === 'state'
          ? 'Mindful of your many duties, we take the liberty of returning to it in case it did not reach you; a copy is attached.'
          : 'It may have gone astray, or come at a bad moment; a copy is attached.',
        tone === 'state'
          ? `A reply by ${byDay(facts)}, even an interim one, would allow us to plan the next steps. Your office may also reach ours by telephone.`
          : `A word or a call by ${byDay(facts)} would help us, even to say that this is not the time.`,
      ],
    }),
    congratulation: (facts, tone) => ({
      subject: 'Congratulations on taking office',
      paragraphs: [
        tone === 'state'
          ? `On behalf of the members of the partnership “${facts.partnership}”, I have the honour to convey our warm congratulations on your taking office, and our wishes for every success.`
          : `Everybody in the partnership “${facts.partnership}” congratulates you on your new position and bids you welcome.`,
        `${reason(facts)} ${houseOf(facts)} takes part in it.`,
        'A note of two pages is attached: what has been agreed, what is under way, what awaits you. Positions that your institution has confirmed remain its own; those that were still in internal clearance are open again, and nobody will read anything into that.',
        tone === 'state'
          ? 'It would be an honour to present this work to you in person, on a day of your choosing.'
          : 'We will gladly come and tell you about it, on a day that suits you.',
      ],
    }),
    listed: (facts) => ({
      subject: 'What we hold about you, why, and how to object',
      paragraphs: [
        `You have no account with us, and there is nothing you have to do. We are writing because your name is in the lists of the partnership “${facts.partnership}”.`,
        reason(facts),
        `What we hold: your name, your position, the organisation for which you speak (${houseOf(facts)}) and, if you gave it to us, a way to reach you. Nothing else, and nothing about your opinions.`,
        `Why: ${blank('reason, for example: you took part in a meeting on …')}. Who reads it: the secretariat; partners read your name only where you spoke for your organisation. We sell none of it and publish none of it.`,
        'For how long: we look at the entry again every two years, and erase it once it serves no purpose.',
        'What you can do: ask to see what is written, have it corrected, object to it, or ask for it to be erased. A word, a call or a message to the secretariat is enough, without giving a reason; it will be done within a month and confirmed to you. You may also turn to the data protection authority of your country.',
      ],
    }),
    transmission: (facts, tone) => ({
      subject: `Transmission: ${facts.enclosed ?? blank('document')}`,
      paragraphs: [
        tone === 'state'
          ? `I have the honour to transmit to you, attached, the following document: ${facts.enclosed ?? blank('document')}.`
          : `Attached to this letter: ${facts.enclosed ?? blank('document')}.`,
        'Every page carries the address where the version in force can be read.',
        tone === 'state'
          ? `I should be grateful if you would acknowledge receipt and convey any observations by ${byDay(facts)}.`
          : `Please tell us that it has arrived and, by ${byDay(facts)}, what you think of it.`,
      ],
    }),
    free: () => ({ subject: blank('subject'), paragraphs: [blank('text')] }),
  },
};
