import { conditionText, type Groups } from './condition-text.ts';
import { parseExact } from './fraction.ts';
import type { Cap, Rule, Step, Text } from './rule.ts';
import { boundText, joinText, listText, shareText, text } from './wording.ts';

/** A rule as a card: a heading and one sentence per line, ready to print on the ballot. */
export interface RuleCard {
  readonly title: Text;
  readonly lines: readonly Text[];
}

const TIE: Readonly<Record<NonNullable<Extract<Step, { kind: 'vote' }>['tie']>, Text>> = {
  unsettled: text('À égalité, rien n’est décidé.', 'At a tie, nothing is decided.'),
  rejected: text('À égalité, la proposition est rejetée.', 'At a tie, the proposal is rejected.'),
  castingVote: text(
    'À égalité, la voix de la présidence compte double.',
    'At a tie, the chair has the casting vote.',
  ),
  lot: text(
    'À égalité, on tire au sort, avec une graine publiée.',
    'At a tie, lots are drawn, from a published seed.',
  ),
};

function consensusText(step: Extract<Step, { kind: 'consensus' }>): Text {
  const blocks = step.maxBlocks ?? 0;
  const parts = [
    text(
      `Consensus : adopté si quelqu’un est d’accord et ${blocks === 0 ? 'si personne ne s’oppose' : `s’il n’y a pas plus de ${blocks} opposition${blocks > 1 ? 's' : ''}`}`,
      `Consensus: adopted if somebody agrees and ${blocks === 0 ? 'nobody blocks' : `at most ${blocks} block`}`,
    ),
  ];
  if (step.maxStandAside) {
    const limit = boundText(step.maxStandAside);
    const of = 'count' in step.maxStandAside ? text('', '') : text(' des positions', ' of the positions');
    parts.push(
      text(
        `pas de consensus si les retraits font ${limit.fr}${of.fr}`,
        `no consensus if ${limit.en}${of.en} stand aside`,
      ),
    );
  }
  parts.push(
    step.abstention === 'block'
      ? text('s’abstenir vaut opposition', 'abstaining blocks')
      : text('s’abstenir vaut se mettre en retrait', 'abstaining is standing aside'),
  );
  if (step.blockNeedsReason) parts.push(text('une opposition donne son motif', 'a block gives its reason'));
  return text(`${joinText(parts, ' ; ').fr}.`, `${joinText(parts, '; ').en}.`);
}

function silenceText(step: Extract<Step, { kind: 'silence' }>): Text {
  const limit = step.objectionsToStop ?? 1;
  const days = step.minimumDays;
  const open =
    days === undefined
      ? text('', '')
      : text(`, ouvert au moins ${days} jours`, `, open for at least ${days} days`);
  const reason = step.objectionNeedsReason
    ? text(' Une opposition donne son motif.', ' An objection gives its reason.')
    : text('', '');
  const when =
    limit === 1
      ? text('si personne ne s’oppose', 'if nobody objects')
      : text(`s’il y a moins de ${limit} oppositions`, `with fewer than ${limit} objections`);
  return text(
    `Accord tacite${open.fr} : adopté à l’échéance ${when.fr}.${reason.fr}`,
    `Silence procedure${open.en}: adopted at the deadline ${when.en}.${reason.en}`,
  );
}

function stepText(step: Step, groups: Groups): Text {
  if (step.kind === 'consensus') return consensusText(step);
  if (step.kind === 'silence') return silenceText(step);
  const condition = conditionText(step.adoptIf, groups);
  const tie = TIE[step.tie ?? 'unsettled'];
  return text(`Vote : adopté si ${condition.fr}. ${tie.fr}`, `Vote: adopted if ${condition.en}. ${tie.en}`);
}

function stepsText(rule: Rule, groups: Groups): Text[] {
  return rule.steps.map((step, index) => {
    const said = stepText(step, groups);
    const own = step.kind !== 'silence' && step.ballots === 'own';
    const ask = own
      ? text(' On vote de nouveau pour cette étape.', ' This step takes ballots of its own.')
      : text('', '');
    if (rule.steps.length === 1) return text(said.fr + ask.fr, said.en + ask.en);
    const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
    if (index === 0) return text(`1. ${said.fr}${ask.fr}`, `1. ${said.en}${ask.en}`);
    return text(
      `${index + 1}. À défaut, ${lower(said.fr)}${ask.fr}`,
      `${index + 1}. Failing that, ${lower(said.en)}${ask.en}`,
    );
  });
}

function admissibilityText(rule: Rule): Text[] {
  const terms = rule.admissibility;
  if (!terms) return [];
  const parts: Text[] = [];
  const { noticeDays: notice, proposers, seconders, groupsNamed } = terms;
  if (notice)
    parts.push(
      notice.max === undefined
        ? text(`préavis d’au moins ${notice.min} jours`, `notice of at least ${notice.min} days`)
        : text(
            `préavis de ${notice.min} à ${notice.max} jours`,
            `notice of ${notice.min} to ${notice.max} days`,
          ),
    );
  if (proposers !== undefined) parts.push(text(`proposé par ${proposers}`, `proposed by ${proposers}`));
  if (seconders !== undefined) parts.push(text(`appuyé par ${seconders}`, `seconded by ${seconders}`));
  if (groupsNamed !== undefined)
    parts.push(
      text(
        `au moins ${groupsNamed} collèges parmi ces noms`,
        `at least ${groupsNamed} constituencies among these names`,
      ),
    );
  return [
    text(`Recevable si : ${joinText(parts, ' ; ').fr}.`, `Admissible if: ${joinText(parts, '; ').en}.`),
  ];
}

function capText(cap: Cap): Text {
  const within = {
    whole: text('de l’ensemble', 'of the whole'),
    group: text('de son collège', 'of its constituency'),
    subgroup: text('de son sous-groupe', 'of its sub-group'),
  }[cap.within];
  const share = shareText(parseExact(cap.share));
  return cap.category === undefined
    ? text(
        `Plafond : aucun membre ne pèse plus de ${share.fr}, ${within.fr}.`,
        `Cap: no member weighs more than ${share.en}, ${within.en}.`,
      )
    : text(
        `Plafond : la catégorie « ${cap.category} » ne pèse pas plus de ${share.fr}, ${within.fr}.`,
        `Cap: the category “${cap.category}” weighs no more than ${share.en}, ${within.en}.`,
      );
}

function weighingText(rule: Rule): Text[] {
  const lines = (rule.caps ?? []).map(capText);
  if (!rule.power) return lines;
  const share = (by: 'equal' | 'weight'): Text =>
    by === 'equal' ? text('à parts égales', 'in equal parts') : text('selon leur poids', 'by their weight');
  const groups = share(rule.power.groups);
  const subgroups = share(rule.power.subgroups ?? 'weight');
  lines.push(
    text(
      `Pouvoir de vote : entre collèges ${groups.fr}, entre sous-groupes ${subgroups.fr}.`,
      `Voting power: between constituencies ${groups.en}, between sub-groups ${subgroups.en}.`,
    ),
  );
  return lines;
}

function proxiesText(rule: Rule): Text {
  const terms = rule.proxies;
  if (!terms?.allowed) return text('Pas de procuration.', 'No proxies.');
  const limits: Text[] = [];
  if (terms.maxPerHolder !== undefined)
    limits.push(
      text(`${terms.maxPerHolder} par personne au plus`, `at most ${terms.maxPerHolder} per holder`),
    );
  for (const [category, limit] of Object.entries(terms.maxPerHolderByCategory ?? {}))
    limits.push(
      text(
        `${limit} au plus de la catégorie « ${category} »`,
        `at most ${limit} of the category “${category}”`,
      ),
    );
  if (terms.sameGroup) limits.push(text('dans le même collège', 'within the same constituency'));
  const said = listText(limits);
  return limits.length === 0
    ? text('Procurations écrites admises.', 'Written proxies are allowed.')
    : text(`Procurations écrites admises : ${said.fr}.`, `Written proxies are allowed: ${said.en}.`);
}

function standingText(rule: Rule): Text[] {
  return [
    proxiesText(rule),
    rule.deputies === false
      ? text('Pas de suppléance.', 'No deputies.')
      : text(
          'La suppléance vote à la place du membre : une seule voix.',
          'A deputy votes in the member’s place: one vote.',
        ),
    rule.recusedCountForQuorum
      ? text(
          'Un déport retire la voix ; la présence compte pour le quorum.',
          'A recusal removes the vote; presence counts for the quorum.',
        )
      : text(
          'Un déport retire la voix et la présence du calcul.',
          'A recusal removes the vote and the presence from the count.',
        ),
    rule.vacantSeats === 'counted'
      ? text('Les sièges vacants comptent dans l’ensemble des sièges.', 'Vacant seats count among all seats.')
      : text('Les sièges vacants ne comptent pas.', 'Vacant seats do not count.'),
    text('Seules les positions confirmées comptent.', 'Only confirmed positions count.'),
  ];
}

/**
 * Writes a rule as a card in French and English, complete: everything that can change the verdict is on it. `groups`
 * gives the names of the constituencies; without them their ids stand.
 */
export function ruleCard(rule: Rule, groups: Groups = []): RuleCard {
  const until = rule.validUntil;
  const period = text(
    until === undefined
      ? `en vigueur depuis le ${rule.validFrom}`
      : `en vigueur du ${rule.validFrom} au ${until}`,
    until === undefined ? `in force since ${rule.validFrom}` : `in force from ${rule.validFrom} to ${until}`,
  );
  const advice = (rule.advice ?? []).map((needed) =>
    needed.needed === 'asked'
      ? text(
          `Avis à demander d’abord : ${needed.title.fr}.`,
          `Advice to be asked for first: ${needed.title.en}.`,
        )
      : text(
          `Avis à recevoir d’abord : ${needed.title.fr}.`,
          `Advice to be received first: ${needed.title.en}.`,
        ),
  );
  const quorum = rule.quorum && conditionText(rule.quorum, groups);
  return {
    title: text(
      `${rule.title.fr}, version ${rule.version}, ${period.fr}`,
      `${rule.title.en}, version ${rule.version}, ${period.en}`,
    ),
    lines: [
      ...admissibilityText(rule),
      ...advice,
      quorum ? text(`Quorum : ${quorum.fr}.`, `Quorum: ${quorum.en}.`) : text('Pas de quorum.', 'No quorum.'),
      ...stepsText(rule, groups),
      ...weighingText(rule),
      ...standingText(rule),
      ...(rule.binding === false
        ? [text('Le résultat est un avis, qui n’engage pas.', 'The result is an opinion and does not bind.')]
        : []),
    ],
  };
}
